/* The lens "coverage": directives against provinces, or bodies against what was asked of them. */
const Covered = {
  name: 'coverage',

  shows(node) {
    const sheet = this.sheet();
    return Boolean(sheet) && (sheet.rows.includes(node.i) || sheet.columns.includes(node.i));
  },

  /* By province, unless nothing is known by province. */
  by() {
    return State.by || (Data.coverage.place.columns.length ? '' : 'body');
  },

  sheet() {
    return Data.coverage[this.by() || 'place'] || null;
  },

  answers() {
    const sheet = this.sheet();
    if (!sheet) return [];
    const nodes = visibleNodes();
    return sheet.answers.filter(
      ([row, column, document]) =>
        nodes.has(Nodes[row]) && nodes.has(Nodes[column]) && (document < 0 || nodes.has(Nodes[document])),
    );
  },

  edges() {
    const found = new Set();
    for (const [row, column, document] of this.answers()) {
      const asked = Nodes[this.by() ? column : row];
      if (document >= 0)
        for (const edge of Nodes[document].out)
          if (edge.descends && (edge.target === asked || above(edge.target).has(asked))) found.add(edge);
      if (this.by()) for (const edge of Nodes[column].out) if (edge.target === Nodes[row]) found.add(edge);
    }
    const nodes = visibleNodes();
    return [...found].filter((edge) => visibleEdge(edge, nodes)).sort((a, b) => a.i - b.i);
  },

  draw(holder) {
    const sheet = this.sheet();
    const answers = this.answers();
    const by = this.by();
    const tools = element(
      'div',
      { class: 'tools' },
      button(t('coverage.by.place'), () => go({ by: '' }), {
        'aria-pressed': String(!by),
        disabled: !Data.coverage.place.columns.length,
      }),
      button(t('coverage.by.body'), () => go({ by: 'body' }), { 'aria-pressed': String(Boolean(by)) }),
      element(
        'span',
        { class: 'note' },
        t('coverage.caveat'),
        Documents.length > 3000 ? ` ${t('coverage.part')}` : '',
      ),
    );
    const nodes = visibleNodes();
    const rows = sheet.rows
      .map((i) => Nodes[i])
      .filter((node) => nodes.has(node) && (!by || answers.some(([row]) => row === node.i)));
    const columns = sheet.columns
      .map((i) => Nodes[i])
      .filter(
        (node) =>
          nodes.has(node) &&
          (by
            ? answers.some(([, column]) => column === node.i)
            : !State.place || node.id === State.place),
      );
    if (!rows.length || !columns.length) {
      holder.replaceChildren(tools);
      return 0;
    }
    const at = new Map(answers.map((answer) => [`${answer[0]} ${answer[1]}`, answer]));
    holder.replaceChildren(
      tools,
      element(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('lens.coverage') },
        element(
          'table',
          { class: 'coverage' },
          element(
            'caption',
            {},
            t(by ? 'coverage.caption.body' : 'coverage.caption.place'),
            by ? null : element('small', {}, t('coverage.dot')),
          ),
          element(
            'thead',
            {},
            element(
              'tr',
              {},
              element('td', {}),
              columns.map((node) =>
                element(
                  'th',
                  { scope: 'col' },
                  button(node.name, () => select(node), { class: 'link short', title: node.name }),
                  by ? element('small', {}, writtenDay(node)) : null,
                ),
              ),
            ),
          ),
          element(
            'tbody',
            {},
            rows.map((row) =>
              element(
                'tr',
                { 'data-id': row.id },
                element(
                  'th',
                  { scope: 'row' },
                  element(
                    'span',
                    { class: 'node' },
                    badge(row),
                    button(row.name, () => select(row), { class: 'link' }),
                  ),
                  row.fields.collective ? element('small', {}, ` (${t('collective')})`) : null,
                  isDocument(row)
                    ? element(
                        'small',
                        {},
                        ` ${writtenDay(row)} · ${t('coverage.below', { n: count(below(row).size) })}`,
                      )
                    : null,
                ),
                columns.map((column) => coverageCell(row, column, at.get(`${row.i} ${column.i}`))),
              ),
            ),
          ),
        ),
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

function coverageCell(row, column, answer) {
  const by = Covered.by();
  if (!answer) {
    return by
      ? element('td', { class: 'none' })
      : element(
          'td',
          { class: 'silent', title: t('coverage.silent') },
          element('span', { class: 'unseen' }, t('coverage.silent')),
          element('span', { 'aria-hidden': 'true' }, '·'),
        );
  }
  const [, , document] = answer;
  if (document < 0) return element('td', { class: 'silent' }, element('small', {}, t('coverage.silent')));
  const node = Nodes[document];
  const asked = by ? column : row;
  return element(
    'td',
    { class: node.fields.held ? 'held' : 'cited' },
    button(lagText(asked, node) || `✓ ${t('coverage.undated')}`, () => select(node), { title: node.name }),
    element('small', { class: 'short', title: node.name }, node.name, node.fields.held ? '' : ` (${t('cited.short')})`),
  );
}
