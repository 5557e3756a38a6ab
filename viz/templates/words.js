/* The words of the interface in the chosen language; texts of documents are never translated. */
function t(key, values) {
  const pair = hasWord(key) ? Data.words[key] : null;
  if (!pair) {
    missingWords.add(key);
    return key;
  }
  const text = pair[State.language === 'en' ? 1 : 0] || pair[0];
  return values
    ? text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole))
    : text;
}

/* Keys asked for that the table lacks; a test wants none. */
const missingWords = new Set();

function hasWord(key) {
  return Object.hasOwn(Data.words, key);
}

/* A relation seen from one of its ends: "thực hiện" or "được thực hiện bởi". */
function relationWord(edge, from) {
  const forward = from !== edge.target || edge.source === edge.target;
  const key = `${forward ? 'relation' : 'inverse'}.${edge.relation}`;
  return hasWord(key) ? t(key) : edge.relation;
}

/* A type of document: in English with the word the documents use. */
function typeWord(type) {
  return State.language === 'en' && hasWord(`type.${type}`) ? `${t(`type.${type}`)} (${type})` : type;
}

/* Whether the text is there, or only its entry in a register, or only citations. */
function heldWord(node) {
  if (node.fields.held) return 'held.yes';
  return node.fields.registered ? 'held.listed' : 'held.no';
}

function count(number) {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, State.language === 'en' ? ',' : '.');
}

/* A sector as letter on its colour; the letter carries the meaning for those who see no colours. */
function badge(node) {
  const sector = node.sector || 'unknown';
  const mark = t(node.sector ? `badge.${sector}` : `badge.${node.kind}`);
  const title = node.sector ? t(`sector.${sector}`) : t(`kind.${node.kind}`);
  return element('span', { class: `badge ${sector}`, title, 'aria-hidden': 'true' }, mark);
}

/* The name of the page: its own, or the usual one in the chosen language. */
function pageTitle() {
  return Data.title || t('page.title');
}
