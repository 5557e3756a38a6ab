/* The time line beside the tree: years on top, a dot for each document, lines down to its children.
   Where a few old documents would leave little room for most, the line begins later; what is older
   stands at its start as an arrowhead. */
function timeAxis(nodes) {
  const days = nodes.map((node) => node.day).filter((day) => day !== null);
  days.sort((a, b) => a - b);
  const last = (days.length ? days[days.length - 1] : -Infinity) + 1;
  const most = days[Math.floor(days.length / 20)];
  const first = days.length > 100 && last - most < 0.6 * (last - days[0]) ? most : days.length ? days[0] : Infinity;
  return {
    first,
    last,
    x: (day) => (last - first < 2 ? 12 : 12 + ((AXIS - 24) * (Math.max(day, first) - first)) / (last - first)),
  };
}

function axisHead(axis) {
  const drawn = [];
  if (Number.isFinite(axis.first)) {
    const [from, to] = [yearOf(axis.first), yearOf(axis.last)];
    const step = Math.max(1, Math.ceil(((to - from + 1) * 38) / AXIS));
    for (let year = from + 1; year <= to; year += step)
      drawn.push(
        shape(
          'text',
          {
            x: axis.x(Date.UTC(year, 0, 1) / DAY),
            y: 18,
            'font-size': 11,
            'text-anchor': 'middle',
            fill: Data.paint.faint,
          },
          year,
        ),
      );
  }
  return shape('svg', { width: AXIS, height: 26, role: 'img', 'aria-label': t('tree.time') }, drawn);
}

/* The lines from parent to children, running down beside the rows between them. */
function timeLine(node, tree, axis, opened) {
  const line = '#7D8694';
  const drawn = [];
  const x = node.day === null ? null : axis.x(node.day);
  for (let each = node, first = true; tree.parent.get(each); each = tree.parent.get(each), first = false) {
    const up = tree.parent.get(each);
    if (up.day === null) continue;
    const at = axis.x(up.day);
    const row = tree.children.get(up);
    const isLast = row[row.length - 1] === each;
    if (first && x !== null) drawn.push(`M${at} 0V14H${x}`);
    if (!isLast) drawn.push(`M${at} 0V28`);
  }
  if (opened && x !== null && (tree.children.get(node) || []).length) drawn.push(`M${x} 14V28`);
  const [colour] = Data.paint.sector[node.sector || 'unknown'];
  const under =
    opened || x === null
      ? []
      : (tree.children.get(node) || [])
          .filter((child) => child.day !== null)
          .map((child) => `M${axis.x(child.day)} 10v8`);
  return shape(
    'svg',
    { width: AXIS, height: 28, 'aria-hidden': 'true' },
    drawn.length ? shape('path', { d: drawn.join(''), fill: 'none', stroke: line }) : null,
    under.length ? shape('path', { d: under.join(''), stroke: Data.paint.down, 'stroke-width': 2 }) : null,
    x === null
      ? null
      : node.day < axis.first
        ? shape('path', { d: 'M10 8L3 14L10 20Z', fill: colour })
        : shape('circle', {
          cx: x,
          cy: 14,
          r: node.lane === 'central' ? 6 : 4.5,
          fill: node.fields.held ? colour : Data.paint.paper,
          stroke: colour,
          'stroke-width': 2,
        }),
  );
}
