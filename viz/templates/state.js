/* What is shown: kept in the address after #, so that every view is a link and Back works. */
const DEFAULTS = {
  lens: '',
  node: '',
  edge: '',
  language: '',
  chain: '',
  table: '',
  guesses: '',
  story: '',
  step: '',
  type: '',
  relation: '',
  sector: '',
  level: '',
  place: '',
  held: '',
  from: '',
  to: '',
  kinds: '',
  by: '',
  said: '',
  depth: '',
};
let State = { ...DEFAULTS };

/* Only values that mean something here are taken from an address. */
const ALLOWED = {
  lens: (v) => LENSES.some((lens) => lens.name === v),
  node: (v) => ById.has(v),
  edge: (v) => edgeNamed(v) !== null,
  language: (v) => v === 'vi' || v === 'en',
  chain: (v) => ById.has(v) && isDocument(ById.get(v)),
  table: (v) => v === '1',
  guesses: (v) => v === '1',
  story: (v) => readStory(v).length > 0,
  step: (v) => /^\d{1,3}$/.test(v),
  type: (v) => documentTypes().has(v),
  relation: (v) => Data.edges.relations.includes(v),
  sector: (v) => Object.hasOwn(Data.paint.sector, v),
  level: (v) => Data.lanes.includes(v),
  place: (v) => ById.has(v) && ById.get(v).kind === 'Place',
  held: (v) => v === 'yes' || v === 'no',
  from: (v) => /^\d{4}$/.test(v),
  to: (v) => /^\d{4}$/.test(v),
  kinds: (v) => v.split('.').every((kind) => Data.kinds.includes(kind)),
  by: (v) => v === 'body',
  said: (v) => v === '1',
  depth: (v) => ['1', '2', '3', 'all'].includes(v),
};

function readAddress() {
  const state = { ...DEFAULTS };
  for (const [key, value] of new URLSearchParams(location.hash.slice(1))) {
    if (Object.hasOwn(ALLOWED, key) && value && ALLOWED[key](value)) state[key] = value;
  }
  return settled(state);
}

function settled(state) {
  return { ...state, language: state.language || Data.language, lens: state.lens || landingLens() };
}

function landingLens() {
  return Documents.length > MANY ? 'overview' : 'lineage';
}

/* Documents from which on the page opens with the overview. */
const MANY = 60;

function addressOf(state) {
  const query = new URLSearchParams();
  for (const key of Object.keys(DEFAULTS)) {
    const value = state[key];
    const usual =
      (key === 'language' && value === Data.language) || (key === 'lens' && value === landingLens());
    if (value && !usual) query.set(key, value);
  }
  return `#${query}`;
}

/* Goes to the state changed by *changes* and draws it. */
function go(changes, replace) {
  const next = settled({ ...State, ...changes });
  const address = addressOf(next);
  if (address !== location.hash && (address !== '#' || location.hash)) {
    if (replace) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  }
  State = next;
  show();
}

function select(node, changes) {
  go({ node: node ? node.id : '', edge: '', ...changes });
}

function selectEdge(edge) {
  go({ edge: edge ? edgeName(edge) : '' });
}

function chosenNode() {
  return State.node ? ById.get(State.node) : null;
}

function chosenEdge() {
  return State.edge ? edgeNamed(State.edge) : null;
}
