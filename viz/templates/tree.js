/* The lens "tree": every document under the one it follows most directly, beside a time line. */
const TREE_ROWS = 3000;
let AXIS = 560;

const Tree = {
  name: 'tree',
  shows: isDocument,
  open: null,
  drawn: null,

  edges() {
    const nodes = new Set([...visibleNodes()].filter(isDocument));
    return Edges.filter((edge) => edge.descends && visibleEdge(edge, nodes));
  },

  draw(holder) {
    const nodes = [...visibleNodes()].filter(isDocument);
    const tree = forest(nodes);
    if (!this.open) this.open = new Set(nodes.length > 60 ? tree.roots.slice(0, 40) : nodes);
    const chosen = chosenNode();
    if (chosen) for (let up = tree.parent.get(chosen); up; up = tree.parent.get(up)) this.open.add(up);
    const widths = treeColumns(holder.clientWidth);
    holder.classList.toggle('narrow', widths.length < 6);
    AXIS = Math.max(170, Math.min(700, holder.clientWidth - widths.reduce((a, b) => a + b) - 16));
    holder.style.setProperty('--columns', [...widths, AXIS].map((width) => `${width}px`).join(' '));
    const axis = timeAxis(nodes);
    const head = element(
      'div',
      { class: 'row head', role: 'row' },
      ['document', 'issuer', 'level', 'date', 'lag', 'below'].map((key) =>
        element('div', { role: 'columnheader', class: key }, t(`tree.${key}`)),
      ),
      element('div', { role: 'columnheader', class: 'axis' }, axisHead(axis)),
    );
    const body = element('div', { role: 'rowgroup' });
    this.drawn = { tree, axis, body, rows: new Map() };
    this.rows = element(
      'div',
      {
        class: 'rows',
        role: 'treegrid',
        'aria-label': t('lens.tree'),
        keydown: (event) => this.key(event),
        click: (event) => this.press(event),
      },
      element('div', { role: 'rowgroup' }, head),
      body,
    );
    holder.replaceChildren(
      element(
        'div',
        { class: 'tools' },
        button(t('tree.open'), () => this.openAll(true)),
        button(t('tree.close'), () => this.openAll(false)),
        element('span', { class: 'note' }, t('tree.note')),
      ),
      element('div', { class: 'scroll' }, this.rows),
    );
    this.fill();
    return nodes.length;
  },

  openAll(open) {
    this.open = new Set(open ? [...this.drawn.tree.children.keys()] : []);
    this.fill();
  },

  fill() {
    const { tree, body, rows } = this.drawn;
    const list = [];
    const walkDown = (node, level) => {
      list.push([node, level]);
      if (this.open.has(node)) for (const child of tree.children.get(node) || []) walkDown(child, level + 1);
    };
    tree.roots.forEach((root) => walkDown(root, 1));
    rows.clear();
    const shown = list.slice(0, TREE_ROWS);
    body.replaceChildren(
      ...shown.map(([node, level]) => {
        const row = this.row(node, level);
        rows.set(node, row);
        return row;
      }),
      ...(list.length > TREE_ROWS
        ? [
            element(
              'div',
              { class: 'row', role: 'row' },
              element('div', { role: 'gridcell' }, t('chain.more', { n: count(list.length - TREE_ROWS) })),
            ),
          ]
        : []),
    );
    this.rows.setAttribute('aria-rowcount', list.length + 1);
    this.mark();
  },

  row(node, level) {
    const { tree, axis } = this.drawn;
    const children = tree.children.get(node) || [];
    const parent = tree.parent.get(node);
    const others = parentsOf(node).filter((each) => each !== parent);
    const opened = this.open.has(node);
    const cell = (attributes, ...content) => element('div', { role: 'gridcell', ...attributes }, ...content);
    return element(
      'div',
      {
        class: 'row',
        role: 'row',
        'aria-level': level,
        'aria-expanded': children.length ? String(opened) : null,
        'aria-selected': 'false',
        tabindex: -1,
        'data-id': node.id,
      },
      cell(
        { class: 'name', style: `padding-left:${8 + (level - 1) * 18}px` },
        element('span', { class: 'twist', 'aria-hidden': 'true' }, children.length ? (opened ? '▾' : '▸') : ''),
        badge(node),
        element(
          'span',
          { class: node.fields.held ? 'text' : 'text cited', title: node.fields.title },
          node.name,
        ),
        node.fields.date_conflict ? element('span', { class: 'sign', title: t('conflict') }, ' ⚠') : null,
        others.length
          ? element(
              'small',
              { title: `${t('tree.also')} ${others.map((each) => each.name).join(', ')}` },
              ` +${count(others.length)}`,
            )
          : null,
      ),
      cell({ class: 'issuer', title: node.issuer && node.issuer.name }, node.issuer ? node.issuer.name : ''),
      cell({ class: 'level' }, node.lane === 'unknown' ? '' : t(`level.${node.lane}`)),
      cell({ class: 'date' }, writtenDay(node)),
      cell({ class: 'lag' }, parent ? lagText(parent, node) : ''),
      cell({ class: 'lag' }, tree.size.get(node) ? count(tree.size.get(node)) : ''),
      cell({ class: 'axis' }, timeLine(node, tree, axis, opened)),
    );
  },

  press(event) {
    const row = event.target.closest('.row[data-id]');
    if (!row) return;
    const node = ById.get(row.dataset.id);
    if (event.target.classList.contains('twist')) this.toggle(node);
    else select(node);
  },

  toggle(node) {
    if (this.open.has(node)) this.open.delete(node);
    else this.open.add(node);
    this.fill();
    this.focus(node);
  },

  focus(node) {
    const row = this.drawn.rows.get(node);
    if (row) row.focus();
  },

  key(event) {
    const row = event.target.closest('.row[data-id]');
    if (!row) return;
    const node = ById.get(row.dataset.id);
    const { tree, rows } = this.drawn;
    const all = [...rows.keys()];
    const at = all.indexOf(node);
    const children = tree.children.get(node) || [];
    if (event.key === 'ArrowDown') this.focus(all[at + 1]);
    else if (event.key === 'ArrowUp') this.focus(all[at - 1]);
    else if (event.key === 'Home') this.focus(all[0]);
    else if (event.key === 'End') this.focus(all[all.length - 1]);
    else if (event.key === 'ArrowRight' && children.length) {
      if (this.open.has(node)) this.focus(children[0]);
      else this.toggle(node);
    } else if (event.key === 'ArrowLeft') {
      if (children.length && this.open.has(node)) this.toggle(node);
      else this.focus(tree.parent.get(node));
    } else if (event.key === 'Enter' || event.key === ' ') select(node);
    else return;
    event.preventDefault();
    event.stopPropagation();
  },

  mark() {
    const chosen = chosenNode();
    const { rows } = this.drawn;
    if (chosen && isDocument(chosen) && !rows.has(chosen) && this.drawn.tree.size.has(chosen)) {
      let grown = false;
      for (let up = this.drawn.tree.parent.get(chosen); up; up = this.drawn.tree.parent.get(up))
        if (!this.open.has(up)) {
          this.open.add(up);
          grown = true;
        }
      if (grown) return void this.fill();
    }
    const [up, down] = chosen && isDocument(chosen) ? [above(chosen), below(chosen)] : [new Map(), new Map()];
    let first = true;
    for (const [node, row] of rows) {
      row.classList.toggle('up', up.has(node));
      row.classList.toggle('down', down.has(node));
      row.setAttribute('aria-selected', String(node === chosen));
      row.tabIndex = node === chosen || (first && !rows.has(chosen)) ? 0 : -1;
      first = false;
    }
    if (rows.has(chosen)) rows.get(chosen).scrollIntoView({ block: 'nearest' });
  },
};

/* Widths of the columns before the time line; where there is little room, issuer and level go. */
function treeColumns(room) {
  if (room < 760) return [226, 142, 96, 54];
  return room < 1250 ? [272, 116, 94, 142, 100, 52] : [330, 200, 102, 148, 100, 54];
}

/* Each document under its main parent; sizes count everything below. */
function forest(nodes) {
  const shown = new Set(nodes);
  const parent = new Map();
  const children = new Map();
  const order = [...nodes].sort((a, b) => compare(dayOf(a), dayOf(b)) || (a.id < b.id ? -1 : 1));
  for (const node of order) {
    let up = mainParent(node);
    if (up && !shown.has(up))
      up = parentsOf(node).find((each) => shown.has(each) && comesBefore(each, node)) || null;
    if (!up) continue;
    parent.set(node, up);
    if (!children.has(up)) children.set(up, []);
    children.get(up).push(node);
  }
  const size = new Map(nodes.map((node) => [node, 0]));
  for (const node of order)
    for (let up = parent.get(node), guard = 0; up && guard < 99; up = parent.get(up), guard += 1)
      size.set(up, size.get(up) + 1);
  const roots = order.filter((node) => !parent.has(node));
  const weight = nodes.length > MANY ? (node) => size.get(node) : (node) => Number(size.get(node) > 0);
  roots.sort((a, b) => weight(b) - weight(a) || compare(dayOf(a), dayOf(b)));
  return { parent, children, size, roots };
}
