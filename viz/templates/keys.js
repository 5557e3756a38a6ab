/* Everything by keyboard; arrows walk the lineage wherever no field or table takes them. */
const trail = new Map();

function siblings(node) {
  const parent = mainParent(node);
  const all = parent
    ? childrenOf(parent).filter((each) => mainParent(each) === parent)
    : Documents.filter((each) => !mainParent(each));
  return all.filter(passes).sort((a, b) => compare(dayOf(a), dayOf(b)) || (a.id < b.id ? -1 : 1));
}

/* The parent a document names most directly: the strongest relation, then the latest. */
function nearestParent(node) {
  const rank = (parent) => Data.strength[strongest(node, parent).relation] || 0;
  return [...parentsOf(node)].sort((a, b) => rank(b) - rank(a) || compare(dayOf(b), dayOf(a)))[0] || null;
}

function walk(key) {
  const node = chosenNode();
  if (!node || !isDocument(node)) return false;
  let next = null;
  if (key === 'ArrowUp') {
    next = nearestParent(node);
    if (next) trail.set(next, node);
  } else if (key === 'ArrowDown') {
    const back = trail.get(node);
    next =
      back && childrenOf(node).includes(back)
        ? back
        : [...childrenOf(node)].sort((a, b) => compare(dayOf(a), dayOf(b)) || (a.id < b.id ? -1 : 1))[0];
  } else {
    const row = siblings(node);
    next = row[row.indexOf(node) + (key === 'ArrowRight' ? 1 : -1)];
  }
  if (next) {
    select(next);
    focusCard(next);
  }
  return true;
}

function focusCard(node) {
  const card = byId('lens').querySelector(`[data-id="${CSS.escape(node.id)}"]`);
  if (card) card.focus({ preventScroll: true });
}

const KEYS = {
  '/': () => byId('search').focus(),
  '+': () => zoomBy(1.25),
  '=': () => zoomBy(1.25),
  '-': () => zoomBy(0.8),
  f: () => fitLens(),
  t: () => go({ table: State.table ? '' : '1' }),
  c: () => {
    const node = chosenNode();
    if (node && isDocument(node)) go({ chain: State.chain === node.id ? '' : node.id });
  },
  l: () => toggleFilters(),
  s: () => addStep(),
  d: () => togglePanel(),
  '?': () => showHelp(),
  n: () => goStep(Number(State.step || 0) + 1),
  p: () => goStep(Number(State.step || 2) - 1),
};

function escape() {
  if (!byId('dialog').hidden) closeDialog();
  else if (State.edge) go({ edge: '' });
  else if (State.node) select(null);
  else if (State.chain) go({ chain: '' });
  else if (State.table) go({ table: '' });
}

function startKeys() {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      escape();
      return;
    }
    const at = event.target;
    if (
      at.closest('input, select, textarea, [role=tablist], [role=treegrid], #panel, .scroll') &&
      (at.matches('input, select, textarea') || event.key.startsWith('Arrow'))
    )
      return;
    const number = '123456789'.indexOf(event.key);
    if (event.key.startsWith('Arrow') && !State.table) {
      if (!walk(event.key)) return;
    } else if (number >= 0 && LENSES[number]) go({ lens: LENSES[number].name });
    else if (KEYS[event.key]) KEYS[event.key]();
    else return;
    event.preventDefault();
  });
}

function showHelp() {
  const rows = ['/', '↑ ↓', '← →', 'Enter', 'Esc', `1–${LENSES.length}`, 't', 'c', 'l', 's', 'n p', '+ − f', 'd', '?'];
  const dialog = byId('dialog');
  dialog.setAttribute('aria-label', t('help'));
  dialog.replaceChildren(
    element(
      'div',
      { class: 'sheet-box' },
      element('h2', {}, t('help')),
      element(
        'dl',
        { class: 'keys' },
        rows.map((keys, i) => [
          element(
            'dt',
            {},
            keys.split(' ').map((key) => element('kbd', {}, key)),
          ),
          element('dd', {}, t(`help.${i + 1}`)),
        ]),
      ),
      button(t('close'), closeDialog, { id: 'close-dialog' }),
    ),
  );
  dialog.hidden = false;
  behindDialog(true);
  byId('close-dialog').focus();
}

/* What lies behind the dialog can neither be reached nor read while it is open. */
function behindDialog(inert) {
  for (const part of document.querySelectorAll('body > header, body > main, body > aside, body > footer'))
    part.inert = inert;
}

function closeDialog() {
  byId('dialog').hidden = true;
  behindDialog(false);
  focusLens();
}
