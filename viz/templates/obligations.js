/* The lens "obligations": deadlines, reports and reviews by year, and what this corpus answers. */
const Duties = {
  name: 'obligations',

  shows(node) {
    return Data.obligations.some(([what]) => what === node.i);
  },

  rows() {
    const nodes = visibleNodes();
    return Data.obligations.filter(
      ([what, document, , , , edge]) =>
        nodes.has(Nodes[what]) && nodes.has(Nodes[document]) && visibleEdge(Edges[edge], nodes),
    );
  },

  edges() {
    return [...new Set(this.rows().map((row) => row[5]))].map((i) => Edges[i]);
  },

  draw(holder) {
    const rows = this.rows();
    const groups = new Map();
    for (const row of rows) {
      const year = row[3] ? row[3].slice(0, 4) : '';
      if (!groups.has(year)) groups.set(year, []);
      groups.get(year).push(row);
    }
    const years = [...groups.keys()].sort();
    holder.replaceChildren(
      element(
        'div',
        { class: 'tools' },
        years.map((year) =>
          button(`${year || t('obligations.recurring')} (${groups.get(year).length})`, () =>
            byId(`year-${year}`).scrollIntoView({ block: 'start' }),
          ),
        ),
        element('span', { class: 'note' }, t('obligations.caveat', { date: turned(Data.made) })),
      ),
      element(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('lens.obligations') },
        element(
          'table',
          { class: 'duties' },
          element(
            'thead',
            {},
            element(
              'tr',
              {},
              ['due', 'what', 'who', 'document', 'state'].map((key) =>
                element('th', { scope: 'col' }, t(`obligations.${key}`)),
              ),
            ),
          ),
          years.map((year) =>
            element(
              'tbody',
              {},
              element(
                'tr',
                { class: 'year' },
                element(
                  'th',
                  { colspan: 5, scope: 'rowgroup', id: `year-${year}` },
                  year || t('obligations.recurring'),
                ),
              ),
              groups.get(year).map(dutyRow),
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

function dutyRow([what, document, due, last, met, edge]) {
  const node = Nodes[what];
  const who =
    node.kind === 'Task'
      ? node.out
          .filter(isRole)
          .sort((a, b) => compare(a.relation, b.relation))
          .map((each) => each.target)
      : [node];
  const state = dutyState(last, met);
  return element(
    'tr',
    { 'data-id': node.id, 'data-edge': edgeName(Edges[edge]) },
    element('td', { class: 'due' }, dueText(due)),
    element(
      'td',
      {},
      button(node.kind === 'Task' ? taskName(node) : t('obligations.report'), () => selectEdge(Edges[edge]), {
        class: 'link short',
        title: node.name,
      }),
    ),
    element(
      'td',
      {},
      who.length
        ? [
            who.slice(0, 4).map((each) => element('div', {}, nodeLink(each))),
            who.length > 4
              ? element(
                  'details',
                  { class: 'more' },
                  element('summary', {}, t('obligations.others', { n: count(who.length - 4) })),
                  who.slice(4).map((each) => element('div', {}, nodeLink(each))),
                )
              : null,
          ]
        : element('small', {}, t('obligations.nobody')),
    ),
    element('td', {}, nodeLink(Nodes[document])),
    element(
      'td',
      {},
      element(
        'span',
        { class: `state ${state}` },
        { met: '✓ ', past: '○ ', open: '◷ ', recurring: '↻ ' }[state],
        t(`obligations.state.${state}`),
      ),
      met >= 0 ? nodeLink(Nodes[met]) : null,
    ),
  );
}

function dutyState(last, met) {
  if (met >= 0) return 'met';
  if (!last) return 'recurring';
  return last < Data.made ? 'past' : 'open';
}

const QUARTERS = ['', 'I', 'II', 'III', 'IV'];

/* "2025-Q1" → "quý I/2025"; what is no date of ours stays as written. */
function dueText(due) {
  const found = /^(yearly:)?(?:(\d{4})-?)?(?:Q([1-4])|(\d\d))?(?:-(\d\d))?$/.exec(due);
  if (!found || !due) return hasWord(`due.${due}`) ? t(`due.${due}`) : due;
  const [, yearly, year, quarter, month, day] = found;
  if (quarter) return t('due.quarter', { quarter: QUARTERS[quarter], year: year || '' });
  const text = [day, month, year].filter(Boolean).join('/');
  if (!yearly) return text;
  return day ? t('due.each_year', { date: `${day}/${month}` }) : t('due.each_month', { month: Number(month) });
}
