/* The panel before anything is chosen: questions this corpus can answer, the legend, coverage. */
function startPanel() {
  const found = questions();
  return [
    element('h2', {}, t('start.title')),
    element('p', {}, t('start.hint')),
    found.length ? element('h3', { class: 'questions' }, t('start.questions')) : null,
    found.length
      ? element(
          'ul',
          { class: 'questions' },
          found.map(([text, changes]) =>
            element(
              'li',
              {},
              button(text, () => go({ ...changes, edge: '' }), { class: 'link' }),
            ),
          ),
        )
      : null,
    element('h3', {}, t('legend')),
    legend(),
    element('p', { class: 'coverage' }, coverageNote()),
    button(t('legend.copy'), () => copyText(legendText()), { class: 'quiet' }),
  ];
}

/* Each question with the view that answers it. */
function questions() {
  const most = (nodes, weight) =>
    nodes.reduce((best, node) => (weight(node) > (best ? weight(best) : 0) ? node : best), null);
  const found = [];
  const root = most(
    Documents.filter((node) => !parentsOf(node).length && childrenOf(node).length),
    (node) => below(node).size,
  );
  if (root)
    found.push([
      t('question.cascade', { name: root.name, n: count(below(root).size) }),
      { lens: 'lineage', node: root.id, chain: root.id },
    ]);
  const led = (node) => node.into.filter((edge) => edge.relation === 'LED_BY').length;
  const leaders = Nodes.filter(
    (node) => node.kind === 'Organization' && !node.fields.collective && led(node),
  ).sort((a, b) => led(b) - led(a) || a.i - b.i);
  for (const leader of leaders.slice(0, 2))
    found.push([
      t('question.leads', { name: leader.name, n: count(led(leader)) }),
      { lens: 'assignments', node: leader.id, chain: '' },
    ]);
  const cards = Data.cooperation.cards;
  const ways = (card) =>
    new Set(
      Data.cooperation.ways
        .filter(([stops]) => stops.includes(card))
        .map(([stops]) => stops[1])
        .filter((i) => cards[i][1]),
    ).size;
  const termed = [
    ...new Set(Data.cooperation.ways.filter(([stops]) => cards[stops[1]][3]).map(([stops]) => stops[0])),
  ];
  for (const body of termed.slice(0, 2))
    found.push([
      t('question.partners', { name: cards[body][1] }),
      { lens: 'cooperation', node: Nodes[cards[body][2][0]].id, chain: '' },
    ]);
  const places = cards.map((card, i) => i).filter((i) => cards[i][0] === 3);
  const place = places.sort((a, b) => ways(b) - ways(a))[0];
  if (place !== undefined)
    found.push([
      t('question.place', { name: cards[place][1] }),
      { lens: 'cooperation', node: Nodes[cards[place][2][0]].id, chain: '' },
    ]);
  const missing = Documents.filter((node) => !node.fields.held).length;
  if (missing)
    found.push([
      t('question.missing', { n: count(missing) }),
      { lens: 'tree', held: 'no', node: '', chain: '' },
    ]);
  const doubtful = Documents.filter((node) => node.fields.date_conflict);
  if (doubtful.length)
    found.push([
      t('question.dates', { name: doubtful[0].name }) +
        (doubtful.length > 1 ? ` ${t('question.dates.all', { n: count(doubtful.length) })}` : ''),
      { lens: 'lineage', node: doubtful[0].id, chain: '' },
    ]);
  if (Data.obligations.length)
    found.push([
      t('question.due', { n: count(Data.obligations.length) }),
      { lens: 'obligations', node: '', chain: '' },
    ]);
  return found;
}

function legend() {
  const seen = new Set(Nodes.map((node) => node.sector).filter(Boolean));
  const line = (dash, colour) =>
    shape(
      'svg',
      { width: 34, height: 12, 'aria-hidden': 'true' },
      shape('path', {
        d: 'M1 6H33',
        stroke: colour || Data.paint.line,
        'stroke-width': 2,
        'stroke-dasharray': dash || null,
      }),
    );
  const frame = (dash) =>
    shape(
      'svg',
      { width: 34, height: 16, 'aria-hidden': 'true' },
      shape('rect', {
        x: 1,
        y: 1,
        width: 32,
        height: 14,
        rx: 3,
        fill: Data.paint.paper,
        stroke: Data.paint.line,
        'stroke-width': 1.5,
        'stroke-dasharray': dash || null,
      }),
    );
  const rows = [
    ...Object.keys(Data.paint.sector)
      .filter((sector) => seen.has(sector))
      .map((sector) => [badge({ sector }), t(`sector.${sector}`)]),
    [frame(), t('held.yes')],
    [frame('5 3'), t('held.no')],
    [line(), t('legend.direct')],
    [line('1.5 5'), t('legend.indirect')],
    [line('7 5'), t('guess')],
    [line('', Data.paint.up), t('chain.up')],
    [line('', Data.paint.down), t('chain.down')],
    [element('span', { class: 'sign' }, '⚠'), t('conflict')],
    [element('span', { class: 'sign' }, '≈'), t('legend.about')],
  ];
  return element(
    'ul',
    { class: 'legend' },
    rows.map(([mark, text]) => element('li', {}, mark, ' ', text)),
  );
}

/* How much of the corpus is behind the view, and which filters narrow it. */
function coverageNote() {
  const held = Documents.filter((node) => node.fields.held).length;
  const all = t('coverage.note', {
    documents: count(Documents.length),
    held: count(held),
    cited: count(Documents.length - held),
    nodes: count(Nodes.length),
    edges: count(Edges.length),
    quotes: count(evidenceFrom[Edges.length]),
  });
  const filters = activeFilters().map((key) => `${t(`filter.${key}`)}: ${filterValue(key)}`);
  const made = t('coverage.made', { date: turned(Data.made) });
  return [all, filters.length ? `${t('filters')}: ${filters.join('; ')}` : '', made].filter(Boolean).join(' ');
}

function filterValue(key) {
  const value = State[key];
  if (key === 'place') return ById.get(value).name;
  if (key === 'guesses') return t('yes');
  const word = {
    sector: `sector.${value}`,
    level: `level.${value}`,
    held: `held.${value}`,
    relation: `relation.${value}`,
  }[key];
  return word && hasWord(word) ? t(word) : value;
}

function legendText() {
  const sectors = Object.keys(Data.paint.sector).map(
    (sector) => `${t(`badge.${sector}`)} = ${t(`sector.${sector}`)}`,
  );
  return [
    `${pageTitle()} – ${t(`lens.${State.lens}`)}`,
    coverageNote(),
    sectors.join('; '),
    location.href,
  ].join('\n');
}
