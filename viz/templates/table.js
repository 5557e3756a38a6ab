/* The evidence table: every edge of the view with its first sentence and where it stands. */
const MOST_ROWS = 1000;

function drawTable(holder, edges, most = MOST_ROWS) {
  const heads = ['table.from', 'table.relation', 'table.to', 'table.quote', 'table.source'].map((key) =>
    element('th', { scope: 'col' }, t(key)),
  );
  const rows = edges.slice(0, most).map(tableRow);
  holder.replaceChildren(
    element(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('table') },
      element(
        'table',
        { class: 'evidence' },
        element(
          'caption',
          {},
          t('table.caption', { n: count(edges.length), lens: t(`lens.${State.lens}`) }),
          ' ',
          button(t('table.save'), () => saveTable(edges), { class: 'quiet' }),
        ),
        element('thead', {}, element('tr', {}, heads)),
        element('tbody', {}, rows),
      ),
      edges.length > most
        ? button(t('table.more', { n: count(edges.length - most) }), () => drawTable(holder, edges, most * 4))
        : null,
    ),
  );
  return edges.length;
}

function tableRow(edge) {
  const [first] = evidenceOf(edge);
  const more = evidenceCount(edge) - 1;
  return element(
    'tr',
    { 'data-edge': edgeName(edge) },
    element('td', {}, nodeLink(edge.source)),
    element(
      'td',
      {},
      button(relationWord(edge, edge.source) + (edge.guess ? ` (${t('guess')})` : ''), () => selectEdge(edge), {
        class: 'link',
      }),
    ),
    element('td', {}, nodeLink(edge.target)),
    element(
      'td',
      { lang: 'vi', class: 'said' },
      first ? first.quote.replace(/\s+/g, ' ').trim() : '',
      more > 0 ? element('small', {}, ` (+${count(more)})`) : null,
    ),
    element('td', { class: 'where' }, first ? `${first.file}:${first.line}` : ''),
  );
}

function saveTable(edges) {
  const safe = (text) => text.replace(/"/g, '""').replace(/^([=+\-@\t\r])/, "'$1");
  const cell = (text) => `"${safe(String(text))}"`;
  const rows = edges.flatMap((edge) =>
    evidenceOf(edge).map((each) => [
      edge.source.name,
      relationWord(edge, edge.source),
      edge.target.name,
      edge.certainty,
      each.quote,
      each.file,
      each.page,
      each.line,
    ]),
  );
  const heads = [
    'table.from',
    'table.relation',
    'table.to',
    'table.certainty',
    'table.quote',
    'table.source',
    'page',
    'line',
  ].map((key) => t(key));
  save(
    `${fileName()}.csv`,
    new Blob(['\ufeff', [heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')], {
      type: 'text/csv',
    }),
  );
}
