/* How the dots of the overview are placed and painted. */
const DOT = { bin: 7, step: 3.6, left: 118, bottom: 26 };

/* Dots of the same week and lane stack up from the middle of the lane. */
function dots(nodes) {
  const days = nodes.map((node) => node.day).filter((day) => day !== null);
  const first = days.reduce((a, b) => Math.min(a, b), Infinity);
  const last = days.reduce((a, b) => Math.max(a, b), -Infinity);
  const [from, span] = Number.isFinite(first) ? [first - 20, last - first + 40] : [0, 1];
  const stacks = new Map();
  const slots = nodes.map((node) => {
    const bin = node.day === null ? -1 : Math.floor((node.day - from) / DOT.bin);
    const key = `${node.lane} ${bin}`;
    const slot = stacks.get(key) || 0;
    stacks.set(key, slot + 1);
    return slot;
  });
  const high = {};
  for (const [key, number] of stacks) {
    const [lane] = key.split(' ');
    high[lane] = Math.max(high[lane] || 0, number);
  }
  const lanes = [];
  let tall = 0;
  for (const level of Data.lanes.filter((each) => high[each])) {
    const height = Math.max(46, high[level] * DOT.step + 16);
    lanes.push({ level, top: tall, height });
    tall += height;
  }
  const middle = Object.fromEntries(lanes.map((lane) => [lane.level, lane.top + lane.height / 2]));
  const xs = Float32Array.from(nodes, (node) => (node.day === null ? 4 : node.day - from));
  const ys = Float32Array.from(
    nodes,
    (node, i) => middle[node.lane] + (slots[i] % 2 ? 1 : -1) * Math.ceil(slots[i] / 2) * DOT.step,
  );
  return {
    from,
    span,
    tall,
    lanes,
    xs,
    ys,
    at: new Map(nodes.map((node, i) => [node, i])),
    ways: [],
    chosen: null,
    sectors: bySector(nodes),
  };
}

/* The numbers of the nodes of each sector, so that each colour is set once. */
function bySector(nodes) {
  const found = new Map();
  nodes.forEach((node, i) => {
    const sector = node.sector || 'unknown';
    if (!found.has(sector)) found.set(sector, []);
    found.get(sector).push(i);
  });
  return found;
}

function paintDots(pen, lens) {
  const { width, height, view, scale, drawn } = lens;
  const { nodes, xs, ys, lanes, from, ways, chosen } = drawn;
  const x = (i) => xs[i] * view.kx + view.x;
  const y = (i) => ys[i] * view.ky + view.y;
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.fillStyle = Data.paint.paper;
  pen.fillRect(0, 0, width, height);
  lanes.forEach((lane, i) => {
    pen.fillStyle = Data.paint.lane[i % 2];
    pen.fillRect(0, lane.top * view.ky + view.y, width, lane.height * view.ky);
  });
  paintYears(pen, lens, from);
  const r = Math.max(1.2, Math.min(5, nodes.length < 400 ? 4 : view.kx * DOT.bin * 0.45));
  const seen = [];
  for (const [sector, members] of drawn.sectors) {
    [pen.fillStyle] = Data.paint.sector[sector];
    pen.globalAlpha = ways.length ? 0.14 : 0.75;
    for (const i of members) {
      const [px, py] = [x(i), y(i)];
      if (px > -5 && px < width + 5 && py > -5 && py < height + 5) {
        pen.fillRect(px - r, py - r, r * 2, r * 2);
        if (seen.length <= MOST_NAMES) seen.push(i);
      }
    }
  }
  if (seen.length <= MOST_NAMES && !ways.length) paintNames(pen, nodes, seen, x, y, r);
  for (const way of ways) paintWay(pen, way, x, y, r);
  pen.globalAlpha = 1;
  const all = ways.reduce((sum, way) => sum + way.lines.length, 0);
  const drawnLines = ways.reduce((sum, way) => sum + Math.min(MOST_LINES, way.lines.length), 0);
  if (drawnLines < all) {
    pen.font = '12px "Noto Sans"';
    pen.fillStyle = Data.paint.warn;
    pen.fillText(t('overview.sampled', { n: count(drawnLines), all: count(all) }), DOT.left, 16);
  }
  if (chosen !== null) {
    pen.fillStyle = Data.paint.chosen;
    pen.fillRect(x(chosen) - r - 3, y(chosen) - r - 3, 2 * r + 6, 2 * r + 6);
    pen.font = '700 13px "Noto Sans"';
    pen.lineWidth = 4;
    pen.strokeStyle = Data.paint.paper;
    const wide = pen.measureText(nodes[chosen].name).width;
    const left = x(chosen) + r + 8 + wide > width ? x(chosen) - r - 8 - wide : x(chosen) + r + 8;
    pen.strokeText(nodes[chosen].name, left, y(chosen) + 4);
    pen.fillText(nodes[chosen].name, left, y(chosen) + 4);
  }
  pen.font = '700 12px "Noto Sans"';
  lanes.forEach((lane) => {
    const top = Math.max(4, lane.top * view.ky + view.y);
    pen.fillStyle = Data.paint.faint;
    pen.fillText(t(`level.${lane.level}`), 8, top + 16);
  });
}

/* Dots in view up to which they bear their names, each where there is room for it. */
const MOST_NAMES = 60;

function paintNames(pen, nodes, seen, x, y, r) {
  pen.font = '11.5px "Noto Sans"';
  pen.fillStyle = Data.paint.ink;
  pen.globalAlpha = 1;
  for (const [name, left, base] of placedNames(nodes, seen, x, y, r, pen.canvas.clientWidth))
    pen.fillText(name, left, base);
}

/* Names beside their dots, [text, left, base] each, those with most relations first. */
function placedNames(nodes, seen, x, y, r, right) {
  const taken = seen.map((i) => [x(i) - r - 1, y(i) - r - 1, 2 * r + 2, 2 * r + 2]);
  const free = ([px, py, w, h]) =>
    taken.every(([qx, qy, v, g]) => px + w <= qx || qx + v <= px || py + h <= qy || qy + g <= py);
  return [...seen]
    .sort((a, b) => nodes[b].into.length - nodes[a].into.length)
    .flatMap((i) => {
      const name = clipped(nodes[i].name, 11.5, 200);
      const wide = textWidth(name, 11.5) + 2;
      const spot = [x(i) + r + 4, x(i) - r - 4 - wide]
        .map((px) => [px, y(i) - 7, wide, 14])
        .find((each) => each[0] > DOT.left && each[0] + wide < right && free(each));
      if (!spot) return [];
      taken.push(spot);
      return [[name, spot[0], y(i) + 4]];
    });
}

/* Years from one label to the next, so that labels stand apart. */
function yearStep(scale) {
  return [1, 2, 5, 10, 20, 50].find((years) => years * 365.25 * scale >= 40) || 100;
}

function paintYears(pen, { width, height, view }, from) {
  pen.lineWidth = 1;
  pen.strokeStyle = Data.paint.grid;
  pen.fillStyle = Data.paint.faint;
  pen.font = '12px "Noto Sans"';
  const first = yearOf(from + Math.max(0, (0 - view.x) / view.kx));
  const last = yearOf(from + (width - view.x) / view.kx);
  const step = yearStep(view.kx);
  pen.beginPath();
  for (let year = Math.floor(first / step) * step; year <= last + 1; year += step) {
    const x = (Date.UTC(year, 0, 1) / DAY - from) * view.kx + view.x;
    pen.moveTo(x, 0);
    pen.lineTo(x, height);
    pen.fillText(year, x + 3, height - 7);
  }
  pen.stroke();
}

/* Lines of a very large cascade are drawn in part, spread evenly; its dots are all marked. */
const MOST_LINES = 1500;

function sampled(lines) {
  if (lines.length <= MOST_LINES) return lines;
  const step = lines.length / MOST_LINES;
  return Array.from({ length: MOST_LINES }, (_, i) => lines[Math.floor(i * step)]);
}

function paintWay(pen, { dots: marks, lines, colour }, x, y, r) {
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  pen.globalAlpha = Math.max(0.08, Math.min(0.7, 6 / Math.sqrt(lines.length + 1)));
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (const [a, b] of sampled(lines)) {
    const middle = (x(a) + x(b)) / 2;
    pen.moveTo(x(a), y(a));
    if (lines.length > 400) pen.lineTo(x(b), y(b));
    else pen.bezierCurveTo(middle, y(a), middle, y(b), x(b), y(b));
  }
  pen.stroke();
  pen.globalAlpha = 1;
  for (const i of marks) pen.fillRect(x(i) - r - 0.5, y(i) - r - 0.5, 2 * r + 1, 2 * r + 1);
}

/* The whole overview as shapes: one path for each sector, one for each way. */
function dotsImage({ drawn }) {
  const { nodes, xs, ys, lanes, from, span, tall, ways, chosen } = drawn;
  const [width, height] = [1600, Math.max(500, Math.min(1200, tall))];
  const [kx, ky] = [(width - DOT.left - 20) / Math.max(1, span), (height - DOT.bottom) / tall];
  const [x, y] = [(i) => Math.round(xs[i] * kx + DOT.left), (i) => Math.round(ys[i] * ky)];
  const r = nodes.length < 400 ? 4 : 1.6;
  const marks = (list) => list.map((i) => `M${x(i) - r} ${y(i) - r}h${2 * r}v${2 * r}h${-2 * r}z`).join('');
  const years = [];
  const step = yearStep(kx);
  for (let year = Math.ceil((yearOf(from) + 1) / step) * step; year <= yearOf(from + span); year += step) {
    const at = Math.round((Date.UTC(year, 0, 1) / DAY - from) * kx + DOT.left);
    years.push(
      shape('path', { d: `M${at} 0V${height}`, stroke: Data.paint.grid }),
      shape('text', { x: at + 3, y: height - 7, 'font-size': 12, fill: Data.paint.faint }, year),
    );
  }
  return shape(
    'svg',
    { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height },
    shape('title', {}, `${pageTitle()} – ${t('lens.overview')}`),
    shape('desc', {}, coverageNote()),
    shape('rect', { width, height, fill: Data.paint.paper }),
    lanes.map((lane, i) =>
      shape('rect', { y: lane.top * ky, width, height: lane.height * ky, fill: Data.paint.lane[i % 2] }),
    ),
    years,
    lanes.map((lane) =>
      shape(
        'text',
        { x: 8, y: lane.top * ky + 18, 'font-size': 12, 'font-weight': 700, fill: Data.paint.faint },
        t(`level.${lane.level}`),
      ),
    ),
    Object.entries(Data.paint.sector).map(([sector, [colour]]) =>
      shape('path', {
        d: marks([...nodes.keys()].filter((i) => (nodes[i].sector || 'unknown') === sector)),
        fill: colour,
        opacity: ways.length ? 0.2 : 0.8,
      }),
    ),
    nodes.length <= MOST_NAMES && !ways.length
      ? placedNames(nodes, [...nodes.keys()], x, y, r, width).map(([name, left, base]) =>
          shape('text', { x: left, y: base, 'font-size': 11.5, fill: Data.paint.ink }, name),
        )
      : null,
    ways.map((way) => [
      shape('path', {
        d: sampled(way.lines)
          .map(([a, b]) => `M${x(a)} ${y(a)}L${x(b)} ${y(b)}`)
          .join(''),
        stroke: way.colour,
        fill: 'none',
        opacity: 0.5,
      }),
      shape('path', { d: marks(way.dots), fill: way.colour }),
    ]),
    chosen === null
      ? null
      : [
          shape('path', { d: marks([chosen]), fill: Data.paint.chosen }),
          shape(
            'text',
            {
              x: x(chosen) + 8,
              y: y(chosen) + 4,
              'font-size': 13,
              'font-weight': 700,
              fill: Data.paint.chosen,
            },
            nodes[chosen].name,
          ),
        ],
  );
}
