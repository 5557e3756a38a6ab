/* The way of a line around every foreign card: the same steps as viz/route.py. */
const ROUTE = { port: 12, channel: 8, beside: 8, clear: 3 };

function routed(parent, child, others) {
  let last = null;
  for (const way of waysBetween(parent, child, others)) {
    last = way;
    if (freeWay(way, others)) return way;
  }
  return last;
}

function* waysBetween(parent, child, others) {
  const down = child.y > parent.y;
  const start = parent.x + ROUTE.port;
  const leave = down ? parent.y + parent.h : parent.y;
  const turn = down ? leave + ROUTE.channel : leave - ROUTE.channel;
  const enter = down ? child.y : child.y + child.h;
  const near = down ? enter - ROUTE.channel : enter + ROUTE.channel;
  const middle = child.y + Math.floor(child.h / 2);
  const trunks = trunksBeside(start, child, others);
  for (const x of trunks) {
    if (x <= child.x - 10)
      yield tidied([
        [start, leave],
        [start, turn],
        [x, turn],
        [x, middle],
        [child.x, middle],
      ]);
    else if (child.x + 6 <= x && x <= child.x + 40)
      yield tidied([
        [start, leave],
        [start, turn],
        [x, turn],
        [x, enter],
      ]);
  }
  const end = child.x + 16;
  for (const x of trunks)
    yield tidied([
      [start, leave],
      [start, turn],
      [x, turn],
      [x, near],
      [end, near],
      [end, enter],
    ]);
}

function trunksBeside(start, child, others) {
  const beside = new Set();
  for (const each of others) {
    beside.add(each.x - ROUTE.beside);
    beside.add(each.x + each.w + ROUTE.beside);
  }
  const leftmost = Math.min(start, child.x, ...beside) - 6;
  for (const x of [child.x - 14, child.x + 16, leftmost]) beside.add(x);
  beside.delete(start);
  return [start, ...[...beside].sort((a, b) => Math.abs(a - start) - Math.abs(b - start) || a - b)];
}

function tidied(points) {
  const kept = [points[0]];
  points.slice(1).forEach((point, i) => {
    const last = kept[kept.length - 1];
    const after = points[i + 2];
    if (point[0] === last[0] && point[1] === last[1]) return;
    if (after && [0, 1].some((axis) => last[axis] === point[axis] && point[axis] === after[axis])) return;
    kept.push(point);
  });
  return kept;
}

function freeWay(points, others) {
  for (let i = 1; i < points.length; i += 1) {
    if (others.some((box) => touches(points[i - 1], points[i], box))) return false;
  }
  return true;
}

function touches(a, b, box) {
  return (
    Math.max(a[0], b[0]) > box.x - ROUTE.clear &&
    Math.min(a[0], b[0]) < box.x + box.w + ROUTE.clear &&
    Math.max(a[1], b[1]) > box.y - ROUTE.clear &&
    Math.min(a[1], b[1]) < box.y + box.h + ROUTE.clear
  );
}

/* The way as a path with rounded corners. */
function rounded(points, radius = 7) {
  let path = `M${points[0][0]} ${points[0][1]}`;
  for (let i = 1; i < points.length - 1; i += 1) {
    const [before, corner, after] = [points[i - 1], points[i], points[i + 1]];
    const r = Math.min(radius, gap(before, corner) / 2, gap(corner, after) / 2);
    const [a, b] = [towards(corner, before, r), towards(corner, after, r)];
    path += `L${a[0]} ${a[1]}Q${corner[0]} ${corner[1]} ${b[0]} ${b[1]}`;
  }
  const end = points[points.length - 1];
  return `${path}L${end[0]} ${end[1]}`;
}

function gap(a, b) {
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
}

function towards(from, to, length) {
  return [from[0] + Math.sign(to[0] - from[0]) * length, from[1] + Math.sign(to[1] - from[1]) * length];
}

/* The head of an arrow at the end of the way. */
function arrowhead(points) {
  const [x, y] = points[points.length - 1];
  const before = points[points.length - 2];
  const [dx, dy] = [Math.sign(x - before[0]), Math.sign(y - before[1])];
  return `M${x} ${y}L${x - 8 * dx - 4 * dy} ${y - 8 * dy - 4 * dx}L${x - 8 * dx + 4 * dy} ${y - 8 * dy + 4 * dx}Z`;
}
