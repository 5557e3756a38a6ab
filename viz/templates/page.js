/* The page: reads the data, then shows whatever the address asks for. */
const LENSES = [Lineage, Tree, Assigned, Together, Covered, Duties, FreeMap, Overview].filter(Boolean);
let drawnAs = '';

function lensNow() {
  return LENSES.find((lens) => lens.name === State.lens);
}

/* The lens to show a node in: the present one where it can; the panel shows it in any case. */
function lensFor(node) {
  const now = lensNow();
  return (now.shows(node) ? now : LENSES.find((lens) => lens.shows(node)) || now).name;
}

function show() {
  const { node, edge, step, ...drawing } = State;
  const lens = lensNow();
  const as = JSON.stringify(drawing);
  if (as !== drawnAs || (lens.stale && lens.stale())) {
    drawnAs = as;
    drawLens(lens);
  } else if (!State.table) lens.mark();
  drawPanel();
  drawStory();
  announce();
}

function drawLens(lens) {
  drawFrame();
  const holder = byId('lens');
  holder.className = State.table ? 'table' : lens.name;
  const edges = State.table ? lens.edges() : null;
  const shown = State.table ? drawTable(holder, edges) : lens.draw(holder);
  drawEmpty(shown > 0);
  document.documentElement.dataset.ready = State.lens;
}

/* Never a blank sheet: what is missing, and the way back. */
function drawEmpty(full) {
  const filtered = activeFilters().length > 0;
  byId('empty').hidden = full;
  byId('empty').replaceChildren(
    ...(full
      ? []
      : [
          element('strong', {}, t(filtered ? 'empty.filtered' : 'empty')),
          filtered ? button(t('filter.clear'), clearFilters) : '',
          State.chain ? button(t('chain.all'), () => go({ chain: '' })) : '',
        ].filter(Boolean)),
  );
}

function announce() {
  const node = chosenNode();
  if (node && isDocument(node))
    say(`${node.name}. ${t('chain.up')}: ${above(node).size}. ${t('chain.down')}: ${below(node).size}.`);
  else if (node) say(node.name);
}

function focusLens() {
  const target =
    byId('lens').querySelector('[aria-pressed=true], [aria-selected=true], svg.sheet, [tabindex="0"]') ||
    byId('lens');
  target.focus({ preventScroll: true });
}

async function start() {
  await readGraph();
  await document.fonts.ready;
  State = readAddress();
  startSearch();
  startKeys();
  addEventListener('popstate', () => {
    State = readAddress();
    show();
  });
  addEventListener('hashchange', () => {
    State = readAddress();
    show();
  });
  addEventListener('beforeprint', beforePrint);
  addEventListener('afterprint', afterPrint);
  addEventListener('resize', () => {
    if (lensNow().resize) lensNow().resize();
  });
  show();
  document.documentElement.dataset.started = Math.round(performance.now());
}

start().catch(tellBroken);
