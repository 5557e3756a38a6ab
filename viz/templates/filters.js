/* What of the graph is shown: filters leave alone whatever they do not speak of. */
let allTypes = null;

function documentTypes() {
  if (!allTypes) {
    allTypes = new Map();
    for (const node of Documents) {
      const type = node.fields.type || '';
      if (type) allTypes.set(type, (allTypes.get(type) || 0) + 1);
    }
  }
  return allTypes;
}

function levelOf(node) {
  if (isDocument(node)) return node.lane;
  if (node.kind !== 'Organization') return null;
  return Data.lanes.includes(node.fields.level) ? node.fields.level : 'unknown';
}

function yearsOf(node) {
  if (isDocument(node)) return node.day === null ? null : [yearOf(node.day), yearOf(node.day)];
  if (node.kind !== 'Agreement') return null;
  const years = (`${node.fields.date || ''} ${node.fields.period || ''}`.match(/\b\d{4}\b/g) || []).map(Number);
  return years.length ? [Math.min(...years), Math.max(...years)] : null;
}

function passes(node) {
  const document = isDocument(node);
  if (State.kinds && State.kinds.split('.').includes(node.kind)) return false;
  if (State.type && document && node.fields.type !== State.type) return false;
  if (State.held && document && Boolean(node.fields.held) !== (State.held === 'yes')) return false;
  if (State.sector && (document || node.kind === 'Organization') && (node.sector || 'unknown') !== State.sector)
    return false;
  if (State.level && levelOf(node) && levelOf(node) !== State.level) return false;
  if (State.place && node.places.length && !node.places.includes(ById.get(State.place).i)) return false;
  const years = State.from || State.to ? yearsOf(node) : null;
  if (years && State.from && years[1] < Number(State.from)) return false;
  if (years && State.to && years[0] > Number(State.to)) return false;
  return true;
}

/* The nodes shown; of documents only those of a chain where that is asked for. */
function visibleNodes() {
  const chain = State.chain ? chainOf(ById.get(State.chain)) : null;
  return new Set(Nodes.filter((node) => passes(node) && (!chain || !isDocument(node) || chain.has(node))));
}

function visibleEdge(edge, nodes) {
  if (State.relation && edge.relation !== State.relation) return false;
  if (edge.guess && !State.guesses) return false;
  return nodes.has(edge.source) && nodes.has(edge.target);
}

const FILTERS = ['type', 'relation', 'sector', 'level', 'place', 'held', 'from', 'to', 'kinds', 'guesses'];

function activeFilters() {
  return FILTERS.filter((key) => State[key]);
}

function drawFilters() {
  const years = Documents.map((node) => yearOf(node.day)).filter((year) => year !== null);
  const span = [];
  if (years.length)
    for (
      let year = years.reduce((a, b) => Math.min(a, b));
      year <= years.reduce((a, b) => Math.max(a, b));
      year += 1
    )
      span.push([String(year), String(year)]);
  const places = [...new Set(Nodes.flatMap((node) => node.places))].map((i) => Nodes[i]);
  places.sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  const found = (test) => count(Nodes.filter(test).length);
  const holder = byId('filters');
  holder.replaceChildren(
    choice(
      'type',
      [...documentTypes()].map(([type, number]) => [type, `${typeWord(type)} (${count(number)})`]),
    ),
    choice(
      'sector',
      Object.keys(Data.paint.sector).map((sector) => [
        sector,
        `${t(`sector.${sector}`)} (${found((n) => n.sector === sector)})`,
      ]),
    ),
    choice(
      'level',
      Data.lanes.map((level) => [level, `${t(`level.${level}`)} (${found((n) => levelOf(n) === level)})`]),
    ),
    choice(
      'place',
      places.map((place) => [place.id, place.name]),
    ),
    choice('held', [
      ['yes', t('held.yes')],
      ['no', t('held.no')],
    ]),
    choice(
      'relation',
      Data.edges.relations.map((name) => [name, hasWord(`relation.${name}`) ? t(`relation.${name}`) : name]),
    ),
    choice('from', span),
    choice('to', span),
    element(
      'label',
      { class: 'tick' },
      element('input', {
        type: 'checkbox',
        id: 'filter-guesses',
        checked: Boolean(State.guesses),
        change: (event) => go({ guesses: event.target.checked ? '1' : '' }),
      }),
      t('filter.guesses'),
    ),
    button(t('filter.clear'), clearFilters, { disabled: !activeFilters().length }),
  );
}

function clearFilters() {
  go(Object.fromEntries(FILTERS.map((key) => [key, ''])));
}

function choice(key, options) {
  if (State[key] && !options.some(([value]) => value === State[key])) options.push([State[key], State[key]]);
  const field = element(
    'select',
    { id: `filter-${key}`, change: (event) => go({ [key]: event.target.value }) },
    element('option', { value: '' }, t('filter.all')),
    options.map(([value, text]) => element('option', { value, selected: State[key] === value }, text)),
  );
  return element(
    'label',
    { class: State[key] ? 'active' : null },
    element('span', {}, t(`filter.${key}`)),
    field,
  );
}
