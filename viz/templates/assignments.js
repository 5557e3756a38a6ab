/* The lens "assignments": the tasks of one document against the bodies that lead or help. */
const Assigned = {
  name: 'assignments',
  drawn: null,

  shows(node) {
    return (
      node.kind === 'Task' ||
      Data.assignments.some((sheet) => sheet.document === node.i || sheet.bodies.includes(node.i))
    );
  },

  /* The sheet of the chosen document, task or body; else the one with most assignments. */
  sheet() {
    const node = chosenNode();
    const open = Data.assignments.filter((sheet) => passes(Nodes[sheet.document]));
    const last = this.drawn && open.find((sheet) => sheet === this.drawn);
    if (!node) return last || open[0] || null;
    const leads = (sheet) =>
      sheet.tasks.filter((task) =>
        Nodes[task].out.some((edge) => edge.relation === 'LED_BY' && edge.target === node),
      ).length;
    const of = open.filter(
      (sheet) => sheet.document === node.i || sheet.tasks.includes(node.i) || sheet.bodies.includes(node.i),
    );
    if (last && of.includes(last) && !isDocument(node)) return last;
    return of.sort((a, b) => leads(b) - leads(a))[0] || last || open[0] || null;
  },

  stale() {
    if (State.table) return false;
    const sheet = this.sheet();
    return sheet !== this.drawn || (Boolean(sheet) && this.withSaid(sheet) !== this.drawnSaid);
  },

  /* Tasks assigned in passing are shown when asked for, or when one of them is chosen. */
  withSaid(sheet) {
    const edge = chosenEdge();
    const task = (edge && edge.source) || chosenNode();
    const said = task && sheet.tasks.includes(task.i) && !sheet.labelled.includes(task.i);
    return !sheet.labelled.length || Boolean(State.said) || Boolean(said && task.out.some(isRole));
  },

  edges() {
    const sheet = this.sheet();
    const nodes = visibleNodes();
    return sheet ? this.rows(sheet, nodes).shown.flatMap((task) => rolesOf(task, nodes)) : [];
  },

  /* The rows of the matrix, those that wait behind the button, and tasks that name nobody. */
  rows(sheet, nodes) {
    const tasks = sheet.tasks.map((i) => Nodes[i]).filter((task) => nodes.has(task));
    const given = tasks.filter((task) => rolesOf(task, nodes).length);
    const said = sheet.labelled.length ? given.filter((task) => !sheet.labelled.includes(task.i)) : [];
    const first = given.filter((task) => !said.includes(task));
    const shown = this.withSaid(sheet) ? [...first, ...said] : first;
    return { tasks, first, said, shown, rest: tasks.filter((task) => !given.includes(task)) };
  },

  draw(holder) {
    const sheet = this.sheet();
    this.drawn = sheet;
    if (!sheet) {
      holder.replaceChildren();
      return 0;
    }
    this.drawnSaid = this.withSaid(sheet);
    const nodes = visibleNodes();
    const { tasks, first, said, shown, rest } = this.rows(sheet, nodes);
    holder.replaceChildren(
      element(
        'div',
        { class: 'tools' },
        this.chooser(sheet),
        said.length
          ? button(t('assignments.said', { n: count(said.length) }), () => this.toggleSaid(), {
              id: 'said',
              'aria-pressed': String(this.drawnSaid),
              title: t('assignments.said.hint'),
            })
          : null,
        element('span', { class: 'note' }, `● ${t('leads')}\u00a0 ○ ${t('helps')}`),
      ),
      element(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('lens.assignments') },
        shown.length ? matrix(sheet, first, shown.slice(first.length), nodes) : null,
        rest.length ? restOf(rest) : null,
      ),
    );
    this.mark();
    return tasks.length;
  },

  /* Closing the group also lets go of a task in it, which would hold it open. */
  toggleSaid() {
    if (!this.drawnSaid) return go({ said: '1' });
    const sheet = this.drawn;
    const task = (chosenEdge() || {}).source || chosenNode();
    const holds = task && sheet.tasks.includes(task.i) && !sheet.labelled.includes(task.i);
    return go({ said: '', ...(holds ? { node: Nodes[sheet.document].id, edge: '' } : {}) });
  },

  chooser(sheet) {
    const open = Data.assignments.filter((each) => passes(Nodes[each.document]));
    return element(
      'label',
      {},
      element('span', {}, t('assignments.of')),
      ' ',
      element(
        'select',
        { id: 'sheet', change: (event) => select(Nodes[Number(event.target.value)]) },
        open.map((each) =>
          element('option', { value: each.document, selected: each === sheet }, Nodes[each.document].name),
        ),
      ),
    );
  },

  mark() {
    const node = chosenNode();
    const edge = chosenEdge();
    for (const cell of byId('lens').querySelectorAll('[data-row]')) {
      const on = node && (cell.dataset.row === node.id || cell.dataset.column === node.id);
      cell.classList.toggle('on', Boolean(on));
      if (cell.dataset.edge)
        cell
          .querySelector('button')
          .setAttribute('aria-pressed', String(Boolean(edge) && cell.dataset.edge === edgeName(edge)));
    }
  },
};

function isRole(edge) {
  return edge.relation === 'LED_BY' || edge.relation === 'SUPPORTED_BY';
}

function rolesOf(task, nodes) {
  return task.out.filter((edge) => isRole(edge) && visibleEdge(edge, nodes));
}

/* Tasks the document gives to nobody in particular. */
function restOf(rest) {
  return element(
    'section',
    { class: 'rest' },
    element('h3', {}, t('assignments.rest', { n: count(rest.length) })),
    element(
      'ul',
      {},
      rest.map((task) => element('li', {}, taskLabel(task), ' ', element('small', {}, taskDue(task)))),
    ),
  );
}

/* Tasks with a label of their own first, those assigned in passing under a heading after them. */
function matrix(sheet, first, said, nodes) {
  const tasks = [...first, ...said];
  const given = new Set(tasks.flatMap((task) => rolesOf(task, nodes)).map((edge) => edge.target));
  const bodies = sheet.bodies.map((i) => Nodes[i]).filter((body) => given.has(body));
  const heads = bodies.map((body) =>
    element(
      'th',
      { scope: 'col', class: 'slant', 'data-row': '', 'data-column': body.id },
      element(
        'div',
        {},
        button(shortName(body, Nodes[sheet.document]), () => select(body), { class: 'link', title: body.name }),
      ),
    ),
  );
  const row = (task) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row', 'data-row': task.id, 'data-column': '' }, taskLabel(task)),
      element('td', { class: 'due' }, taskDue(task)),
      bodies.map((body) => roleCell(task, body, nodes)),
    );
  const heading = element(
    'tr',
    { class: 'group' },
    element('th', { scope: 'rowgroup', colspan: bodies.length + 2 }, t('assignments.said.head')),
  );
  return element(
    'table',
    { class: 'matrix' },
    element(
      'caption',
      {},
      `${Nodes[sheet.document].name} – ${t('assignments.caption', { tasks: count(tasks.length), bodies: count(bodies.length) })}`,
    ),
    element(
      'thead',
      {},
      element('tr', {}, element('td', {}), element('th', { scope: 'col', class: 'due' }, t('fact.due')), heads),
    ),
    element('tbody', {}, first.map(row)),
    said.length ? element('tbody', {}, first.length ? heading : null, said.map(row)) : null,
  );
}

/* A body's name without the province it shares with the document. */
function shortName(body, document) {
  const place = body.places.find((i) => document.places.includes(i));
  if (place === undefined) return body.name;
  const name = Nodes[place].name;
  const short = body.name
    .replace(` (tỉnh ${name})`, '')
    .replace(` tỉnh ${name}`, ' tỉnh')
    .replace(` ${name}`, '');
  return short.trim() || body.name;
}

function roleCell(task, body, nodes) {
  const edges = rolesOf(task, nodes).filter((edge) => edge.target === body);
  const edge = edges.find((each) => each.relation === 'LED_BY') || edges[0];
  if (!edge) return element('td', { 'data-row': task.id, 'data-column': body.id });
  const lead = edge.relation === 'LED_BY';
  return element(
    'td',
    { class: lead ? 'lead' : 'help', 'data-row': task.id, 'data-column': body.id, 'data-edge': edgeName(edge) },
    button(lead ? '●' : '○', () => selectEdge(edge), {
      'aria-label': `${task.name} – ${body.name}: ${t(lead ? 'leads' : 'helps')}`,
      title: `${body.name}: ${t(lead ? 'leads' : 'helps')}`,
    }),
  );
}

function taskLabel(task) {
  return element(
    'div',
    { class: 'task' },
    task.fields.section ? element('span', { class: 'section' }, task.fields.section) : null,
    button(taskName(task), () => select(task), { class: 'link short', title: task.fields.text || task.name }),
  );
}

/* A task's words without the number they begin with, which stands beside them already. */
function taskName(task) {
  return task.name.replace(/^\s*[-+*•]?\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]\s+)?/, '') || task.name;
}

function taskDue(task) {
  const due = [].concat(task.fields.due || []).map(dueText);
  return due.length ? due.join('; ') : task.fields.time || '';
}
