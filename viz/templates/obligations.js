/* The lens "obligations": a calendar of deadlines, reports and reviews, and what was seen of each. */
const Duties = {
  name: 'obligations',

  shows(node) {
    return Data.obligations.some(([what]) => what === node.i);
  },

  /* A duty is shown with the edges that say so; bodies that are filtered away drop out of it. */
  rows() {
    const nodes = visibleNodes();
    const stated = ([what, document, edges]) =>
      nodes.has(Nodes[what]) && nodes.has(Nodes[document]) && edges.some((i) => visibleEdge(Edges[i], nodes));
    return Data.obligations.filter(stated);
  },

  edges() {
    const nodes = visibleNodes();
    const all = new Set(this.rows().flatMap((row) => row[2]));
    return [...all]
      .sort((a, b) => a - b)
      .map((i) => Edges[i])
      .filter((edge) => visibleEdge(edge, nodes));
  },

  draw(holder) {
    const rows = this.rows();
    const years = [...new Set(rows.flatMap(([, , , , , times]) => times.map(([, last]) => last.slice(0, 4))))]
      .filter(Boolean)
      .sort();
    const documents = [...new Set(rows.map((row) => row[1]))];
    const heads = ['what', 'who'].map((key) =>
      element('th', { scope: 'col' }, t(`obligations.${key}`)),
    );
    const body = documents.map((document) =>
      element(
        'tbody',
        {},
        element(
          'tr',
          { class: 'group' },
          element('th', { colspan: years.length + 2, scope: 'rowgroup' }, nodeLink(Nodes[document])),
        ),
        rows.filter((row) => row[1] === document).map((row) => dutyRow(row, years)),
      ),
    );
    holder.replaceChildren(
      element(
        'div',
        { class: 'tools' },
        Object.keys(DUTY_MARKS).map((state) =>
          element('span', { class: `duty ${state}` }, dutyMark(state), ' ', t(`obligations.state.${state}`)),
        ),
        element('span', { class: 'note' }, t('obligations.caveat', { date: turned(Data.made) })),
      ),
      element(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('lens.obligations') },
        rows.length
          ? element(
              'table',
              { class: 'duties' },
              element(
                'thead',
                {},
                element(
                  'tr',
                  {},
                  heads,
                  years.map((year) => element('th', { scope: 'col', class: 'year' }, year)),
                ),
              ),
              body,
            )
          : null,
      ),
    );
    this.mark();
    return rows.length;
  },

  mark() {
    const node = chosenNode();
    for (const row of byId('lens').querySelectorAll('tr[data-id]'))
      row.classList.toggle('on', Boolean(node) && row.dataset.id === node.id);
  },
};

const DUTY_MARKS = { met: '✓', overdue: '!', 'not-seen': '○', due: '◷' };

function dutyMark(state) {
  return element('b', { 'aria-hidden': 'true' }, DUTY_MARKS[state]);
}

function dutyRow([what, , edges, by, to, times], years) {
  const node = Nodes[what];
  const undated = times.filter(([, last]) => !last).map(([due]) => dueText(due));
  return element(
    'tr',
    { 'data-id': node.id },
    element(
      'td',
      {},
      button(
        node.kind === 'Task' ? taskName(node) : t('obligations.report'),
        () => selectEdge(Edges[edges[0]]),
        { class: 'link short', title: node.name },
      ),
      undated.length ? element('div', { class: 'undated' }, `↻ ${undated.join('; ')}`) : null,
    ),
    element(
      'td',
      { class: 'who' },
      dutyBodies(by),
      to.length ? element('div', { class: 'to' }, '→ ', element('div', {}, dutyBodies(to))) : null,
    ),
    years.map((year) =>
      element(
        'td',
        { class: 'year' },
        times.filter(([, last]) => last.startsWith(year)).map((time) => dutyTime(node, time)),
      ),
    ),
  );
}

function dutyBodies(bodies) {
  if (!bodies.length) return element('small', {}, t('obligations.nobody'));
  const line = (i) => element('div', {}, nodeLink(Nodes[i]));
  if (bodies.length < 4) return bodies.map(line);
  return [
    bodies.slice(0, 2).map(line),
    element(
      'details',
      { class: 'more' },
      element('summary', {}, t('obligations.others', { n: count(bodies.length - 2) })),
      bodies.slice(2).map(line),
    ),
  ];
}

function dutyTime(node, [due, last, state, met]) {
  const when = due.startsWith('yearly') || due.startsWith('monthly') ? turned(last) : dueText(due);
  const said = `${when}: ${t(`obligations.state.${state}`)}`;
  const mark = [dutyMark(state), element('span', { class: 'when' }, shortDue(due, last))];
  const attributes = { class: `time ${state}`, title: said, 'aria-label': said };
  return met.length
    ? button(mark, () => select(Nodes[met[0]]), attributes)
    : element('span', { ...attributes, role: 'img' }, mark);
}

/* What of a time is not yet said by the year it stands under: 10/12, quý I. */
function shortDue(due, last) {
  const quarter = /Q([1-4])$/.exec(due);
  if (quarter) return t('due.short.quarter', { quarter: QUARTERS[quarter[1]] });
  const [, month, day] = last.split('-');
  if (/^\d{4}$/.test(due)) return '';
  return /(?:^yearly:|-)\d\d-\d\d$/.test(due)
    ? `${day}/${month}`
    : t('due.short.month', { month: Number(month) });
}

const QUARTERS = ['', 'I', 'II', 'III', 'IV'];

/* "2025-Q1" → "quý I/2025", "a/b" from a to b; what is no date of ours stays as written. */
function dueText(due) {
  if (/^\d{4}-\d{4}$/.test(due)) return due.replace('-', '–');
  if (due.includes('/')) return due.split('/').map(dueText).join(' – ');
  if (due.startsWith('monthly:')) return t('due.each_month_day', { day: due.slice(8) });
  if (due.startsWith('--')) return dueText(due.slice(2));
  const found = /^(yearly:)?(?:(\d{4})-?)?(?:Q([1-4])|(\d\d))?(?:-(\d\d))?$/.exec(due);
  if (!found || !due) return hasWord(`due.${due}`) ? t(`due.${due}`) : due;
  const [, yearly, year, quarter, month, day] = found;
  const said = quarter && t(year ? 'due.quarter' : 'due.short.quarter', { quarter: QUARTERS[quarter], year });
  if (quarter) return yearly ? t('due.each_year', { date: said }) : said;
  if (month && !year && !day && !yearly) return t('due.short.month', { month: Number(month) });
  const text = [day, month, year].filter(Boolean).join('/');
  if (!yearly) return text;
  return day ? t('due.each_year', { date: `${day}/${month}` }) : t('due.each_month', { month: Number(month) });
}
