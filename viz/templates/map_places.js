/* Where the nodes of the map stand, and what they look like. */
/* Places from Python; where the map is only a part, the nodes stand in rings by their kind. */
function mapPlaces(nodes) {
  const python = new Map(Data.map.nodes.map(([i, x, y]) => [i, [x, y]]));
  if (nodes.size > 300 && python.size) return new Map([...nodes].map((node) => [node, python.get(node.i)]));
  const columns = new Map();
  for (const node of nodes) {
    const rank =
      Data.kinds.indexOf(node.kind) * 2 +
      (node.kind === 'Organization' && node.fields.level === 'foreign' ? 1 : 0);
    if (!columns.has(rank)) columns.set(rank, []);
    columns.get(rank).push(node);
  }
  const places = new Map();
  let x = 0;
  for (const rank of [...columns.keys()].sort((a, b) => a - b)) {
    const column = columns
      .get(rank)
      .sort((a, b) => (python.has(a.i) ? python.get(a.i)[1] - python.get(b.i)[1] : 0) || compare(a.id, b.id));
    const height = Math.ceil(column.length / Math.ceil(column.length / 24));
    column.forEach((node, at) =>
      places.set(node, [
        x + Math.floor(at / height) * 290,
        ((at % height) - (Math.min(height, column.length) - 1) / 2) * 44,
      ]),
    );
    x += Math.ceil(column.length / height) * 290 + 60;
  }
  return places;
}

function mapLook(node) {
  const [border, background] =
    Data.paint.sector[node.sector || (node.kind === 'Place' ? 'foreign' : 'unknown')];
  const mark = `${t(node.sector ? `badge.${node.sector}` : `badge.${node.kind}`)} · `;
  return {
    label: mark + clipped(node.name, 13, 215),
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
