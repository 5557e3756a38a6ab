/* Search as people type: without diacritics, by number, name, alias or initials (LĐLĐ, MTTQ). */
/* Of equal hits, what people mostly mean; tasks are whole sentences and hit too easily. */
const SEARCH_ORDER = { Document: 5, Organization: 4, Place: 3, Agreement: 2, Person: 2, Task: -25 };
let searchIndex = null;
const Found = { nodes: [], at: -1 };

function folded(text) {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đð]/gi, 'd')
    .toLowerCase();
}

function indexed(node) {
  const { aliases, code, title, number, subject } = node.fields;
  const name = folded(node.name);
  const also = folded([].concat(aliases || [], code || [], subject || []).join(' | '));
  const initials = (name.match(/[a-z0-9]+/g) || []).map((word) => word[0]).join('');
  return { node, name, also, title: folded(title || ''), initials, number: String(number || '').toLowerCase() };
}

function scored(entry, query, words) {
  const { node, name, also, title, initials, number } = entry;
  const tokens = name.split(/[^a-z0-9]+/);
  let score = 0;
  for (const word of words) {
    if (tokens.includes(word)) score += 8;
    else if (tokens.some((token) => token.startsWith(word))) score += 4;
    else if (name.includes(word)) score += 2;
    else if (word.length > 1 && initials.startsWith(word)) score += 12;
    else if (word.length > 1 && initials.includes(word)) score += 6;
    else if (also.includes(word)) score += 3;
    else if (title.includes(word)) score += 1;
    else return 0;
    if (word.length > 2 && tokens.every((token) => token !== word) && initials.startsWith(word)) score += 8;
  }
  if (name === query) score += 100;
  else if (name.startsWith(query)) score += 60;
  else if (name.includes(query)) score += 40;
  else if (also.includes(query)) score += 25;
  if (number && (number === query || number === `0${query}`)) score += 80;
  const known = query.length > 2 && node.kind === 'Organization' ? initials.indexOf(query) : -1;
  if (known >= 0) score += 70 - 6 * known;
  const degree = node.out.length + node.into.length;
  return Math.max(0.1, score + SEARCH_ORDER[node.kind] + Math.min(3, degree / 50) - name.length / 200);
}

function searched(text) {
  const query = folded(text.trim()).replace(/\s+/g, ' ');
  if (!query) return [];
  searchIndex = searchIndex || Nodes.map(indexed);
  const words = query.split(' ');
  const hits = [];
  for (const entry of searchIndex) {
    const score = scored(entry, query, words);
    if (score) hits.push([score, entry.node]);
  }
  hits.sort((a, b) => b[0] - a[0] || (a[1].id < b[1].id ? -1 : 1));
  return hits.slice(0, 12).map((hit) => hit[1]);
}

function drawFound() {
  const field = byId('search');
  const list = byId('found');
  const asked = field.value.trim() !== '';
  const entries = Found.nodes.map((node, i) =>
    element(
      'li',
      {
        role: 'option',
        id: `found-${i}`,
        'aria-selected': String(i === Found.at),
        mousedown: (event) => {
          event.preventDefault();
          takeFound(i);
        },
      },
      badge(node),
      element('span', { class: 'name' }, node.name),
      element(
        'small',
        {},
        foundNote(node),
      ),
    ),
  );
  list.replaceChildren(
    ...(entries.length || !asked
      ? entries
      : [element('li', { class: 'none', role: 'option', 'aria-selected': 'false' }, t('search.none'))]),
  );
  list.hidden = !asked;
  field.setAttribute('aria-expanded', String(asked));
  if (Found.at >= 0) field.setAttribute('aria-activedescendant', `found-${Found.at}`);
  else field.removeAttribute('aria-activedescendant');
}

/* What tells a found node from others of its name. */
function foundNote(node) {
  const level = levelOf(node);
  const parts = isDocument(node)
    ? [writtenDay(node), node.issuer ? node.issuer.name : '', node.fields.title]
    : [
        t(`kind.${node.kind}`),
        level && level !== 'unknown' ? t(`level.${level}`) : '',
        ...node.places.map((i) => Nodes[i].name).filter((name) => !node.name.includes(name)),
      ];
  return parts.filter(Boolean).join(' · ');
}

function takeFound(i) {
  const node = Found.nodes[i];
  if (!node) return;
  byId('search').value = '';
  Found.nodes = [];
  drawFound();
  select(node, { lens: lensFor(node), edge: '' });
  focusLens();
}

function startSearch() {
  const field = byId('search');
  field.addEventListener('input', () => {
    Found.nodes = searched(field.value);
    Found.at = -1;
    drawFound();
    if (field.value.trim())
      say(Found.nodes.length ? t('search.count', { n: Found.nodes.length }) : t('search.none'));
  });
  field.addEventListener('blur', () => {
    byId('found').hidden = true;
    field.setAttribute('aria-expanded', 'false');
  });
  field.addEventListener('focus', () => {
    if (field.value.trim()) drawFound();
  });
  field.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      Found.at = Math.max(-1, Math.min(Found.nodes.length - 1, Found.at + step));
      drawFound();
      const row = byId(`found-${Found.at}`);
      if (row) row.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') takeFound(Math.max(0, Found.at));
    else if (event.key === 'Escape') {
      field.value = '';
      Found.nodes = [];
      drawFound();
      focusLens();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
