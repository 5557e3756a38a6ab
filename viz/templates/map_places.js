/* Where the nodes of the map stand, and what they look like. */
/* Room for a node of the map, and how much wider than high the whole should be. */
const SPOT = { w: 268, h: 42, shape: 1.45 };

/* Places from Python; a part of the map fills columns kind by kind, about as wide as a screen. */
function mapPlaces(nodes) {
  const python = new Map(Data.map.nodes.map(([i, x, y]) => [i, [x, y]]));
  if (nodes.size > 300 && python.size) return new Map([...nodes].map((node) => [node, python.get(node.i)]));
  const kinds = new Map();
  for (const node of nodes) {
    const rank =
      Data.kinds.indexOf(node.kind) * 2 +
      (node.kind === 'Organization' && node.fields.level === 'foreign' ? 1 : 0);
    if (!kinds.has(rank)) kinds.set(rank, []);
    kinds.get(rank).push(node);
  }
  const most = Math.max(6, Math.ceil(Math.sqrt((nodes.size * SPOT.w) / SPOT.h / SPOT.shape)));
  const order = [...kinds.keys()]
    .sort((a, b) => a - b)
    .flatMap((rank) => [
      null,
      ...kinds
        .get(rank)
        .sort(
          (a, b) => (python.has(a.i) ? python.get(a.i)[1] - python.get(b.i)[1] : 0) || compare(a.id, b.id),
        ),
    ]);
  const height = Math.ceil(order.length / Math.ceil(order.length / most));
  const columns = [];
  while (order.length) {
    if (order[0] === null) order.shift();
    columns.push(order.splice(0, height));
  }
  const places = new Map();
  columns.forEach((column, x) =>
    column.forEach((node, y) => {
      if (node) places.set(node, [x * SPOT.w, (y - (column.length - 1) / 2) * SPOT.h]);
    }),
  );
  return places;
}

function mapLook(node) {
  const [border, background] =
    Data.paint.sector[node.sector || (node.kind === 'Place' ? 'foreign' : 'unknown')];
  const mark = `${t(node.sector ? `badge.${node.sector}` : `badge.${node.kind}`)} · `;
  return {
    label: mark + clipped(node.name, 13, 190),
    color: { border, background, highlight: { border, background } },
    shapeProperties: {
      borderDashes: isDocument(node) && !node.fields.held ? [5, 4] : false,
      borderRadius: node.kind === 'Organization' ? 12 : 3,
    },
  };
}

/* The whole map as shapes. */
function mapImage({ nodes, edges, places }) {
  const xs = [...places.values()].map((place) => place[0]);
  const ys = [...places.values()].map((place) => place[1]);
  const [x, y, w, h] = [
    Math.min(...xs) - 140,
    Math.min(...ys) - 40,
    Math.max(...xs) - Math.min(...xs) + 280,
    Math.max(...ys) - Math.min(...ys) + 80,
  ];
  const lines = edges.map((edge) => {
    const [a, b] = [places.get(edge.source), places.get(edge.target)];
    return shape('path', {
      d: `M${a[0]} ${a[1]}C${(a[0] + b[0]) / 2} ${a[1]} ${(a[0] + b[0]) / 2} ${b[1]} ${b[0]} ${b[1]}`,
      fill: 'none',
      stroke: '#9AA3B2',
      opacity: 0.6,
    });
  });
  const boxes = [...nodes].map((node) => {
    const look = mapLook(node);
    const text = clipped(node.name, 12, 200);
    const width = textWidth(text, 12) + 16;
    const [cx, cy] = places.get(node);
    return shape(
      'g',
      {},
      shape('rect', {
        x: cx - width / 2,
        y: cy - 13,
        width,
        height: 26,
        rx: 4,
        fill: look.color.background,
        stroke: look.color.border,
      }),
      shape('text', { x: cx, y: cy + 4, 'text-anchor': 'middle', 'font-size': 12, fill: Data.paint.ink }, text),
    );
  });
  return shape(
    'svg',
    { xmlns: SVG, viewBox: `${x} ${y} ${w} ${h}`, width: w, height: h },
    shape('title', {}, `${pageTitle()} – ${t('lens.map')}`),
    shape('desc', {}, coverageNote()),
    shape('rect', { x, y, width: w, height: h, fill: Data.paint.paper }),
    lines,
    boxes,
  );
}
