/* What lies above and below a document; guesses are no steps. */
function parentsOf(node) {
  if (!node.above) node.above = unique(node.out.filter((edge) => edge.descends).map((edge) => edge.target));
  return node.above;
}

function childrenOf(node) {
  if (!node.below) node.below = unique(node.into.filter((edge) => edge.descends).map((edge) => edge.source));
  return node.below;
}

function unique(nodes) {
  if (nodes.length < 2) return nodes;
  return [...new Set(nodes)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/* Everything reached from *node* by *step*, with its distance; *node* itself left out. */
function reached(node, step) {
  const found = new Map([[node, 0]]);
  for (const each of found.keys()) {
    for (const next of step(each)) if (!found.has(next)) found.set(next, found.get(each) + 1);
  }
  found.delete(node);
  return found;
}

function above(node) {
  return reached(node, parentsOf);
}

function below(node) {
  return reached(node, childrenOf);
}

function chainOf(node) {
  return new Set([node, ...above(node).keys(), ...below(node).keys()]);
}

/* The edge that says most about how *child* carries *parent* out. */
function strongest(child, parent) {
  const joining = child.out.filter((edge) => edge.descends && edge.target === parent);
  return joining.sort(
    (a, b) => (Data.strength[b.relation] || 0) - (Data.strength[a.relation] || 0) || a.i - b.i,
  )[0];
}

/* Pairs child → parents that are also reached through another shown parent. */
function indirectPairs(nodes, parents) {
  const found = new Set();
  for (const child of nodes) {
    const direct = parents.get(child);
    for (const parent of direct) {
      const around = direct.some(
        (other) => other !== parent && reached(other, (n) => parents.get(n) || []).has(parent),
      );
      if (around) found.add(`${child.i} ${parent.i}`);
    }
  }
  return found;
}

/* The parent that comes last before the child: the most specific one; others are "also cited".
   A parent whose date is only an estimate gives way to a dated one. */
function mainParent(node) {
  const before = parentsOf(node).filter((parent) => comesBefore(parent, node));
  const dated = before.filter((parent) => !parent.about);
  const list = dated.length ? dated : before;
  return list.reduce((best, each) => (best && comesBefore(each, best) ? best : each), null);
}

function comesBefore(a, b) {
  if (a.day !== b.day) return (a.day === null ? Infinity : a.day) < (b.day === null ? Infinity : b.day);
  const sameDay = parentsOf(b).includes(a) && !parentsOf(a).includes(b);
  const otherWay = parentsOf(a).includes(b) && !parentsOf(b).includes(a);
  if (sameDay !== otherWay) return sameDay;
  return a.id < b.id;
}
