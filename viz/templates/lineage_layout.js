/* Where documents stand: the same steps and numbers as viz/lineage.py; a test compares both. */
const CARD = {
  height: 46,
  row: 64,
  lag: 19,
  foot: 6,
  head: 32,
  room: 88,
  edge: 20,
  axis: 22,
  between: 16,
  few: 12,
  half: 590,
  sheet: 1196,
  left: 26,
  right: 12,
  narrowest: 150,
  widest: 300,
  label: 13,
  line: 11.5,
};

function cardOf(node) {
  if (node.card) return node.card;
  const warned = Boolean(node.fields.date_conflict);
  const room = CARD.widest - CARD.left - CARD.right;
  const label = clipped(node.name, CARD.label, room - (warned ? 18 : 0), true);
  const line = clipped(writtenDay(node) + (node.issuer ? ` · ${node.issuer.name}` : ''), CARD.line, room);
  const widest = Math.max(textWidth(label, CARD.label, true) + (warned ? 18 : 0), textWidth(line, CARD.line));
  node.card = { label, line, warned, width: Math.max(CARD.narrowest, widest + CARD.left + CARD.right) };
  return node.card;
}

function dayOf(node) {
  return node.day === null ? Infinity : node.day;
}

/* *parents*: Map of each document to those of its parents that are shown, sorted by id.
   *sheet*: the width that bands fill. */
function layOut(nodes, parents, sheet = CARD.sheet) {
  const generation = new Map(nodes.map((node) => [node, reached(node, (each) => parents.get(each)).size]));
  const order = [...nodes].sort(
    (a, b) => compare(dayOf(a), dayOf(b)) || generation.get(a) - generation.get(b) || (a.id < b.id ? -1 : 1),
  );
  const layout = { boxes: new Map(), bandOf: new Map(), bands: [], lanes: [] };
  const alone = familiesOf(order, parents).map((family) => banded(family, parents));
  const spots = shelved(
    alone.map(({ band }) => [band.right - band.left, band.bottom]),
    sheet,
  );
  alone.forEach(({ band, boxes, lanes }, at) => {
    const [x, y] = spots[at];
    for (const [node, box] of boxes) {
      layout.boxes.set(node, { ...box, x: box.x + x, y: box.y + y });
      layout.bandOf.set(node, at);
    }
    layout.lanes.push(
      ...lanes.map((lane) => ({ ...lane, band: at, top: lane.top + y, bottom: lane.bottom + y })),
    );
    const ticks = band.ticks.map(([day, tick]) => [day, tick + x]);
    layout.bands.push({
      ...band,
      left: band.left + x,
      right: band.right + x,
      top: y,
      bottom: band.bottom + y,
      ticks,
    });
  });
  return layout;
}

/* The one band of a family, its first card at x = 0 and its head at y = 0. */
function banded(family, parents) {
  const columns = columnsOf(new Set(family.map(dayOf)));
  const { placed, rows } = rowsOf(family, parents, columns);
  const boxes = new Map();
  const lanes = [];
  let y = CARD.head;
  for (const level of Data.lanes.filter((each) => each in rows)) {
    for (const node of family.filter((each) => each.lane === level))
      boxes.set(node, {
        x: columns.get(dayOf(node)),
        y: y + CARD.lag + placed.get(node) * CARD.row,
        w: cardOf(node).width,
        h: CARD.height,
      });
    const bottom = y + CARD.lag + rows[level] * CARD.row - (CARD.row - CARD.height) + CARD.foot;
    lanes.push({ level, top: y, bottom });
    y = bottom;
  }
  const root = family.some((node) => parents.get(node).length) ? family[0] : null;
  const wide = Math.max(...[...boxes.values()].map((box) => box.x + box.w)) + CARD.edge + CARD.room;
  const right = (wide <= CARD.half ? CARD.half : Math.max(CARD.sheet, wide)) - CARD.room;
  const ticks = [...columns].filter(([day]) => day !== Infinity);
  return { band: { root, count: family.length, left: -CARD.room, right, bottom: y, ticks }, boxes, lanes };
}

/* How far each band moves right and down: below the one before it if there is room, else beside
   it, else on a new shelf. */
function shelved(sizes, sheet) {
  let [x, y, top, bottom, wide] = [0, 0, 0, 0, 0];
  return sizes.map(([width, height], i) => {
    const under = y + height + CARD.axis <= bottom && x + width <= sheet;
    const beside = i > 0 && x + wide + CARD.between + width <= sheet;
    if (!under) {
      [x, top] = beside ? [x + wide + CARD.between, top] : [0, bottom];
      [y, wide] = [top, 0];
    }
    const spot = [x, y];
    y += height + CARD.axis + CARD.foot;
    wide = Math.max(wide, width);
    bottom = Math.max(bottom, y);
    return spot;
  });
}

function compare(a, b) {
  return a === b ? 0 : a < b ? -1 : 1;
}

function columnsOf(days) {
  const columns = new Map();
  const [least, slope, most] = days.size <= CARD.few ? [30, 4.5, 140] : [12, 2, 60];
  let x = 0;
  let before = null;
  for (const day of [...days].sort(compare)) {
    if (before !== null) x += least + Math.min(most, Math.floor(slope * Math.sqrt(Math.min(day - before, 1e6))));
    columns.set(day, x);
    before = day;
  }
  return columns;
}

/* Documents by family; those without family come last, together. */
function familiesOf(order, parents) {
  const joined = new Map(order.map((node) => [node, []]));
  for (const node of order) {
    for (const parent of parents.get(node)) {
      joined.get(node).push(parent);
      joined.get(parent).push(node);
    }
  }
  const number = new Map();
  const families = [];
  const alone = [];
  for (const node of order) {
    if (!joined.get(node).length) alone.push(node);
    else if (number.has(node)) families[number.get(node)].push(node);
    else {
      const waiting = [node];
      while (waiting.length) {
        const each = waiting.pop();
        if (number.has(each)) continue;
        number.set(each, families.length);
        waiting.push(...joined.get(each));
      }
      families.push([node]);
    }
  }
  return alone.length ? [...families, alone] : families;
}

function rowsOf(family, parents, columns) {
  const placed = new Map();
  const taken = {};
  for (const node of family) {
    const here = parents.get(node).filter((parent) => placed.has(parent));
    const x = columns.get(dayOf(node));
    const start = Math.min(x, ...here.map((parent) => columns.get(dayOf(parent)) + 4));
    const end = x + cardOf(node).width;
    let row = Math.max(
      0,
      ...here.filter((parent) => parent.lane === node.lane).map((parent) => placed.get(parent) + 1),
    );
    const rows = taken[node.lane] || (taken[node.lane] = []);
    while (row < rows.length && rows[row].some(([a, b]) => start < b + 24 && a < end + 24)) row += 1;
    while (row >= rows.length) rows.push([]);
    rows[row].push([start, end]);
    placed.set(node, row);
  }
  return {
    placed,
    rows: Object.fromEntries(Object.entries(taken).map(([level, rows]) => [level, rows.length])),
  };
}
