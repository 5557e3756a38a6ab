/* Entries of a chain shown at once in the panel. */
const MOST_LISTED = 120;

/* What the document derives from, or who carries it out, as a tree with the days between. */
function chainList(node, way) {
  const step = way === 'up' ? parentsOf : childrenOf;
  const inside = reached(node, step);
  const total = inside.size;
  if (!total) return null;
  const seen = new Set([node]);
  const here = (each, from) =>
    way === 'up' ? total > MOST_LISTED || !passedBy(each, from) : listedUnder(each, from, node, inside);
  const branch = (from, depth) => {
    const next = step(from)
      .filter((each) => !seen.has(each) && here(each, from))
      .sort((a, b) => compare(dayOf(a), dayOf(b)) || (a.id < b.id ? -1 : 1));
    const room = Math.max(0, MOST_LISTED - seen.size);
    const listed = next.slice(0, room);
    listed.forEach((each) => seen.add(each));
    if (!next.length || depth > 8) return null;
    return element(
      'ul',
      {},
      listed.map((each) =>
        element(
          'li',
          {},
          nodeLink(each),
          ' ',
          element('span', { class: 'lag' }, way === 'up' ? lagText(each, from) : lagText(from, each)),
          branch(each, depth + 1),
        ),
      ),
      next.length > listed.length
        ? element('li', {}, t('chain.more', { n: count(next.length - listed.length) }))
        : null,
    );
  };
  return element(
    'section',
    { class: `chain ${way}` },
    element('h3', {}, `${way === 'up' ? '▲' : '▼'} ${t(`chain.${way}`)} (${count(total)})`),
    branch(node, 0),
  );
}

/* A document is listed once, under the parent it follows most directly. */
function listedUnder(each, from, root, inside) {
  const parent = mainParent(each);
  return parent === from || !(parent === root || inside.has(parent));
}

/* Whether a parent of *from* is also reached through another parent: it is listed there. */
function passedBy(each, from) {
  return parentsOf(from).some((other) => other !== each && above(other).has(each) && !above(each).has(other));
}
