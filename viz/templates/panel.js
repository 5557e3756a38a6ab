/* The side panel: all that is known of the chosen node or edge, grouped, with its sentences. */
function drawPanel() {
  const panel = byId('panel');
  panel.setAttribute('aria-label', t('panel'));
  const edge = chosenEdge();
  const node = chosenNode();
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
  const kind = isDocument(node) && node.fields.type ? node.fields.type : t(`kind.${node.kind}`);
  const title = node.fields.title || node.fields.subject || node.fields.text;
  return element('div', { class: 'head' },
    element('div', { class: 'kind' }, badge(node), ' ', [kind, node.sector ? t(`sector.${node.sector}`) : ''].filter(Boolean).join(' · '),
      button('×', () => select(null), { class: 'quiet close', 'aria-label': t('close') })),
    element('h2', { id: 'panel-title' }, node.name),
    title && title !== node.name ? element('p', { class: 'title', lang: 'vi' }, title) : null);
}

function facts(node) {
  const { fields } = node;
  const document = isDocument(node);
  const rows = [
    [t('fact.date'), document ? writtenDay(node) : fields.date ? turned(fields.date) : '', 'date', 'not_before', 'not_after'],
    [t('fact.period'), fields.period, 'period'],
    [t('fact.issuer'), node.issuer ? nodeLink(node.issuer) : ''],
    [t('fact.level'), levelOf(node) && levelOf(node) !== 'unknown' ? t(`level.${levelOf(node)}`) : ''],
    [t('fact.text'), document ? (fields.held ? `● ${t('held.yes')}${fields.file ? ` – ${fields.file}` : ''}` : `◌ ${t('held.no')}`) : ''],
    [t('fact.section'), fields.section],
    [t('fact.due'), [].concat(fields.due || []).map(dueText).join('; ') || fields.time, 'due'],
    [t('fact.aliases'), [].concat(fields.aliases || []).filter((each) => each !== node.name).slice(0, 6).join('; ')],
    [t('fact.lapsed'), lapsedText(node)],
  ].filter(([, value]) => value);
  return element('dl', { class: 'facts' }, rows.map(([name, value, ...fields]) => [element('dt', {}, name), element('dd', {}, value, fields.length ? factQuote(node, ...fields) : null)]));
}

/* What is claimed of a node itself: value, how often it and others say so, and the sentences. */
function claimsOf(node, field) {
  const rows = (Data.claims[node.i] || []).filter((row) => row[0] === field);
  return rows.map(([, value, own, cited, sentences]) => ({
    value, own, cited,
    sentences: sentences.map(([document, file, page, line, start, quote, rule]) => ({ document: document < 0 ? null : Nodes[document], file, page, line, start, quote, rule })),
  }));
}

/* Both dates of a document that bears two, each with the sentences that say so. */
function conflictBox(node) {
  if (!isDocument(node) || !node.fields.date_conflict) return null;
  const claims = claimsOf(node, 'date');
  const used = claims.find((claim) => claim.value === node.fields.date);
  return element('div', { class: 'warning' },
    element('strong', {}, `⚠ ${t('conflict')}`),
    element('p', {}, t('conflict.why', { date: turned(node.fields.date || '?') }), ' ', used ? t(used.own ? 'conflict.own' : 'conflict.cited') : ''),
    claims.map((claim) => element('div', { class: 'witness', 'data-date': claim.value },
      element('b', {}, turned(claim.value)), ' – ',
      [claim.own ? t('conflict.letterhead') : '', claim.cited ? t('conflict.times', { n: count(claim.cited) }) : ''].filter(Boolean).join('; '),
      claim.sentences.slice(0, 2).map(quoteBlock))));
}

/* A mark that opens the sentence behind a fact. */
function factQuote(node, ...fields) {
  const sentences = fields.flatMap((field) => claimsOf(node, field)).flatMap((claim) => claim.sentences).slice(0, 3);
  if (!sentences.length) return null;
  return element('details', { class: 'why' }, element('summary', { 'aria-label': t('fact.why') }, '“…”'), sentences.map(quoteBlock));
}

function chainButtons(node) {
  const only = State.chain === node.id;
  return element('div', { class: 'buttons' },
    button(only ? t('chain.all') : t('chain.only'), () => go({ chain: only ? '' : node.id, lens: ['lineage', 'tree'].includes(State.lens) ? State.lens : 'lineage' }), { 'aria-pressed': String(only), id: 'chain' }),
    button(t('chain.tree'), () => go({ lens: 'tree' }), { class: 'quiet' }));
}

/* What the document derives from, or who carries it out, as a tree with the days between. */
function chainList(node, way) {
  const step = way === 'up' ? parentsOf : childrenOf;
  const total = reached(node, step).size;
  if (!total) return null;
  const seen = new Set([node]);
  const branch = (from, depth) => {
    const next = step(from).filter((each) => !seen.has(each) && !passedBy(each, from, step)).sort((a, b) => compare(dayOf(a), dayOf(b)) || (a.id < b.id ? -1 : 1));
    next.forEach((each) => seen.add(each));
    if (!next.length || depth > 8) return null;
    return element('ul', {}, next.slice(0, 60).map((each) => element('li', {}, nodeLink(each), ' ',
      element('span', { class: 'lag' }, way === 'up' ? lagText(each, from) : lagText(from, each)), branch(each, depth + 1))),
    next.length > 60 ? element('li', {}, t('chain.more', { n: count(next.length - 60) })) : null);
  };
  return element('section', { class: `chain ${way}` },
    element('h3', {}, `${way === 'up' ? '▲' : '▼'} ${t(`chain.${way}`)} (${count(total)})`), branch(node, 0));
}

/* Whether *each* is also reached from *from* through another of its neighbours: shown there. */
function passedBy(each, from, step) {
  return step(from).some((other) => other !== each && reached(other, step).has(each) && !reached(each, step).has(other));
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
  const total = order.reduce((sum, [, edges]) => sum + edges.reduce((n, edge) => n + evidenceCount(edge), 0), 0);
  return [element('h3', {}, t('evidence.groups', { n: count(total) })), ...order.map(([key, edges], i) => relationGroup(node, edges, i < 2))];
}

function groupRank([key, edges]) {
  const edge = edges[0];
  if (edge.guess) return 90;
  if (edge.descends) return key.startsWith('out') ? 0 : 1;
  const wanted = ['LED_BY', 'PARTY_TO', 'SETS', 'SUPPORTED_BY', 'ISSUED_BY', 'COOPERATES_WITH'].indexOf(edge.relation);
  if (wanted >= 0) return 10 + wanted;
  return edge.relation in Data.strength ? 5 : edge.relation === 'CITES' ? 8 : 30;
}

function relationGroup(node, edges, open) {
  const first = edges[0];
  const body = () => edges.slice(0, 40).map((edge) => edgeEntry(edge, edge.source === node ? edge.target : edge.source));
  const list = element('div', { class: 'entries' });
  const fill = () => { if (!list.childElementCount) list.append(...body(), ...(edges.length > 40 ? [element('p', {}, t('chain.more', { n: count(edges.length - 40) }))] : [])); };
  const box = element('details', { class: `group${first.guess ? ' guess' : ''}`, open: open || null, toggle: () => box.open && fill() },
    element('summary', {}, `${first.source === node ? '→' : '←'} ${relationWord(first, node)}${first.guess ? ` (${t('guess')})` : ''}`, element('span', { class: 'count' }, count(edges.length))), list);
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
    element('div', { class: 'head' },
      element('div', { class: 'kind' }, t('edge'), button('×', () => go({ edge: '' }), { class: 'quiet close', 'aria-label': t('close') })),
      element('h2', { id: 'panel-title' }, relationWord(edge, edge.source)),
      element('p', {}, nodeLink(edge.source)), element('p', { class: 'to' }, '→ ', nodeLink(edge.target))),
    element('p', {}, [edge.descends ? lagText(edge.target, edge.source) : '', edge.guess ? t('guess.why') : '', around ? t('indirect') : ''].filter(Boolean).join(' · ')),
    attributeText(edge),
    element('h3', {}, t('evidence.groups', { n: count(evidenceCount(edge)) })),
    ...quotes(edge, 6),
    between.length ? element('h3', {}, t('edge.also')) : null,
    ...between.map((each) => element('div', { class: 'entry' }, element('b', {}, relationWord(each, each.source)), attributeText(each), quotes(each))),
  ];
}

function isIndirect(edge) {
  return parentsOf(edge.source).some((other) => other !== edge.target && above(other).has(edge.target));
}
