/* The side panel: all that is known of the chosen node or edge, grouped, with its sentences. */
function drawPanel() {
  const panel = byId('panel');
  panel.setAttribute('aria-label', t('panel'));
  const edge = chosenEdge();
  const node = chosenNode();
  const choice = `${State.edge} ${State.node}`;
  if (choice !== panel.dataset.choice && (edge || node)) showPanel(true);
  panel.dataset.choice = choice;
  panel.replaceChildren(...(edge ? edgePanel(edge) : node ? nodePanel(node) : startPanel()).filter(Boolean));
  panel.scrollTop = 0;
}

function nodePanel(node) {
  const document = isDocument(node);
  return [
    panelHead(node),
    conflictBox(node),
    facts(node),
    document ? chainButtons(node) : null,
    document ? chainList(node, 'up') : null,
    document ? chainList(node, 'down') : null,
    ...relationGroups(node),
  ];
}

function panelHead(node) {
  const kind = isDocument(node) && node.fields.type ? typeWord(node.fields.type) : t(`kind.${node.kind}`);
  const title = node.fields.title || node.fields.subject || node.fields.text;
  return element(
    'div',
    { class: 'head' },
    element(
      'div',
      { class: 'kind' },
      badge(node),
      ' ',
      [kind, node.sector ? t(`sector.${node.sector}`) : ''].filter(Boolean).join(' · '),
      button('×', () => select(null), { class: 'quiet close', 'aria-label': t('close') }),
    ),
    element('h2', { id: 'panel-title' }, node.name),
    title && title !== node.name ? element('p', { class: 'title', lang: 'vi' }, title) : null,
  );
}

function facts(node) {
  const { fields } = node;
  const document = isDocument(node);
  const rows = [
    [
      t('fact.date'),
      document ? writtenDay(node) : fields.date ? turned(fields.date) : '',
      'date',
      'not_before',
      'not_after',
    ],
    [t('fact.period'), fields.period, 'period'],
    [t('fact.issuer'), node.issuer ? nodeLink(node.issuer) : ''],
    [t('fact.level'), levelOf(node) && levelOf(node) !== 'unknown' ? t(`level.${levelOf(node)}`) : ''],
    [
      t('fact.text'),
      document
        ? fields.held
          ? `● ${t('held.yes')}${fields.file ? ` – ${fields.file}` : ''}`
          : `◌ ${t(fields.registered ? 'held.listed' : 'held.no')}`
        : '',
    ],
    [t('fact.section'), fields.section],
    [
      t('fact.due'),
      []
        .concat(fields.due || [])
        .map(dueText)
        .join('; ') || fields.time,
      'due',
    ],
    [
      t('fact.aliases'),
      []
        .concat(fields.aliases || [])
        .filter((each) => each !== node.name)
        .slice(0, 6)
        .join('; '),
    ],
    [t('fact.lapsed'), lapsedText(node)],
    [t('fact.corrections'), [].concat(fields.corrections || []).join('; '), 'corrections'],
  ].filter(([, value]) => value);
  return element(
    'dl',
    { class: 'facts' },
    rows.map(([name, value, ...fields]) => [
      element('dt', {}, name),
      element('dd', {}, value, fields.length ? factQuote(node, ...fields) : null),
    ]),
  );
}

function chainButtons(node) {
  const only = State.chain === node.id;
  return element(
    'div',
    { class: 'buttons' },
    button(
      only ? t('chain.all') : t('chain.only'),
      () =>
        go({
          chain: only ? '' : node.id,
          lens: ['lineage', 'tree'].includes(State.lens) ? State.lens : 'lineage',
        }),
      { 'aria-pressed': String(only), id: 'chain' },
    ),
    button(t('chain.tree'), () => go({ lens: 'tree' }), { class: 'quiet' }),
  );
}

/* The relations of a node, the most telling first, each group with its count. */
function relationGroups(node) {
  const groups = new Map();
  for (const edge of [...node.out, ...node.into]) {
    const key = `${edge.source === node ? 'out' : 'in'} ${edge.relation}${edge.guess ? ' guess' : ''}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(edge);
  }
  const order = [...groups].sort((a, b) => groupRank(a) - groupRank(b) || compare(a[0], b[0]));
  if (!order.length) return [];
  const total = order.reduce(
    (sum, [, edges]) => sum + edges.reduce((n, edge) => n + evidenceCount(edge), 0),
    0,
  );
  return [
    element('h3', {}, t('evidence.groups', { n: count(total) })),
    ...order.map(([key, edges], i) => relationGroup(node, edges, i < 2)),
  ];
}

function groupRank([key, edges]) {
  const edge = edges[0];
  if (edge.guess) return 90;
  if (edge.descends) return key.startsWith('out') ? 0 : 1;
  const wanted = ['LED_BY', 'PARTY_TO', 'SETS', 'SUPPORTED_BY', 'ISSUED_BY', 'COOPERATES_WITH'].indexOf(
    edge.relation,
  );
  if (wanted >= 0) return 10 + wanted;
  return edge.relation in Data.strength ? 5 : edge.relation === 'CITES' ? 8 : 30;
}

function relationGroup(node, edges, open) {
  const first = edges[0];
  const body = () =>
    edges.slice(0, 40).map((edge) => edgeEntry(edge, edge.source === node ? edge.target : edge.source));
  const list = element('div', { class: 'entries' });
  const fill = () => {
    if (!list.childElementCount)
      list.append(
        ...body(),
        ...(edges.length > 40 ? [element('p', {}, t('chain.more', { n: count(edges.length - 40) }))] : []),
      );
  };
  const box = element(
    'details',
    { class: `group${first.guess ? ' guess' : ''}`, open: open || null, toggle: () => box.open && fill() },
    element(
      'summary',
      {},
      `${first.source === node ? '→' : '←'} ${relationWord(first, node)}${first.guess ? ` (${t('guess')})` : ''}`,
      element('span', { class: 'count' }, count(edges.length)),
    ),
    list,
  );
  if (open) fill();
  return box;
}

function edgeEntry(edge, other) {
  return element('div', { class: 'entry' }, nodeLink(other), attributeText(edge), quotes(edge));
}

function edgePanel(edge) {
  const between = edge.source.out.filter((each) => each.target === edge.target && each !== edge);
  const around = edge.descends && isIndirect(edge);
  return [
    element(
      'div',
      { class: 'head' },
      element(
        'div',
        { class: 'kind' },
        t('edge'),
        button('×', () => go({ edge: '' }), { class: 'quiet close', 'aria-label': t('close') }),
      ),
      element('h2', { id: 'panel-title' }, relationWord(edge, edge.source)),
      element('p', {}, nodeLink(edge.source)),
      element('p', { class: 'to' }, '→ ', nodeLink(edge.target)),
    ),
    element(
      'p',
      {},
      [
        edge.descends ? lagText(edge.target, edge.source) : '',
        edge.guess ? t('guess.why') : '',
        around ? t('indirect') : '',
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    attributeText(edge),
    element('h3', {}, t('evidence.groups', { n: count(evidenceCount(edge)) })),
    ...quotes(edge, 6),
    between.length ? element('h3', {}, t('edge.also')) : null,
    ...between.map((each) =>
      element(
        'div',
        { class: 'entry' },
        element('b', {}, relationWord(each, each.source)),
        attributeText(each),
        quotes(each),
      ),
    ),
  ];
}

function isIndirect(edge) {
  return parentsOf(edge.source).some((other) => other !== edge.target && above(other).has(edge.target));
}
