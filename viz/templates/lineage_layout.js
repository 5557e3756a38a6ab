/* Where documents stand: the same steps and numbers as viz/lineage.py; a test compares both. */
const CARD = {
  height: 46,
  row: 64,
  lag: 19,
  foot: 6,
  head: 32,
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

/* *parents*: Map of each document to those of its parents that are shown, sorted by id. */
function layOut(nodes, parents) {
  const generation = new Map(nodes.map((node) => [node, reached(node, (each) => parents.get(each)).size]));
  const order = [...nodes].sort(
    (a, b) => compare(dayOf(a), dayOf(b)) || generation.get(a) - generation.get(b) || (a.id < b.id ? -1 : 1),
  );
  const columns = columnsOf(new Set(order.map(dayOf)));
  const layout = { boxes: new Map(), bandOf: new Map(), bands: [], lanes: [], ticks: [] };
  let y = 0;
  for (const family of familiesOf(order, parents)) {
    const { placed, rows } = rowsOf(family, parents, columns);
    const top = y;
    y += CARD.head;
    for (const level of Data.lanes.filter((each) => each in rows)) {
      for (const node of family.filter((each) => each.lane === level)) {
        const box = {
          x: columns.get(dayOf(node)),
          y: y + CARD.lag + placed.get(node) * CARD.row,
          w: cardOf(node).width,
          h: CARD.height,
        };
        layout.boxes.set(node, box);
        layout.bandOf.set(node, layout.bands.length);
      }
      const bottom = y + CARD.lag + rows[level] * CARD.row - (CARD.row - CARD.height) + CARD.foot;
      layout.lanes.push({ band: layout.bands.length, level, top: y, bottom });
      y = bottom;
    }
    const root = family.some((node) => parents.get(node).length) ? family[0] : null;
    layout.bands.push({ root, count: family.length, top, bottom: y });
    y += CARD.foot;
  }
  layout.ticks = [...columns].filter(([day]) => day !== Infinity);
  return layout;
}

function compare(a, b) {
  return a === b ? 0 : a < b ? -1 : 1;
}

function columnsOf(days) {
  const columns = new Map();
  let x = 0;
  let before = null;
  for (const day of [...days].sort(compare)) {
    if (before !== null) x += 40 + Math.min(220, Math.floor(6 * Math.sqrt(Math.min(day - before, 1e6))));
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
