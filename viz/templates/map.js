/* The lens "map": everything as a free map, drawn by vis-network from the places pyvis holds. */
/* Nodes up to which the map opens with everything. */
const MAP_WHOLE = 120;

/* Nodes shown around the chosen one; more could not be read. */
const MAP_NEAR = 90;

const FreeMap = {
  name: 'map',
  net: null,
  drawn: null,
  loading: null,

  shows() {
    return true;
  },

  /* The nodes of the map: all where they are few, else those around the chosen one. */
  nodes() {
    const visible = visibleNodes();
    const chosen = chosenNode();
    const depth = this.depth(visible);
    const start = chosen && visible.has(chosen) ? chosen : busiest(visible);
    if (!depth || !start) return visible;
    const near = (node) =>
      [...node.out, ...node.into]
        .filter((edge) => visibleEdge(edge, visible))
        .map((edge) => (edge.source === node ? edge.target : edge.source));
    const found = new Set([start]);
    for (const [node, distance] of reachedWithin(start, near, depth))
      if (distance <= depth && found.size < MAP_NEAR) found.add(node);
    return found;
  },

  /* Steps around the chosen node; 0 for everything, which is the usual only while it is little. */
  depth(visible) {
    if (State.depth === 'all' && visible.size <= Data.map.most) return 0;
    return Number(State.depth) || (visible.size > MAP_WHOLE ? 1 : 0);
  },

  edges() {
    const nodes = this.nodes();
    return Edges.filter((edge) => visibleEdge(edge, nodes));
  },

  stale() {
    const chosen = chosenNode();
    return Boolean(
      !State.table &&
      this.drawn &&
      chosen &&
      (this.drawn.depth ? this.drawn.center !== chosen : !this.drawn.nodes.has(chosen)),
    );
  },

  draw(holder) {
    const nodes = this.nodes();
    const edges = Edges.filter((edge) => visibleEdge(edge, nodes));
    const canvas = element('div', {
      class: 'net',
      role: 'img',
      'aria-label': t('map.label', { nodes: count(nodes.size), edges: count(edges.length) }),
    });
    holder.replaceChildren(
      element(
        'div',
        { class: 'tools' },
        this.kinds(),
        this.depths(),
        button(t('map.arrange'), () => this.arrange(), { title: t('map.arrange.hint') }),
        nodes.size === MAP_NEAR
          ? element('span', { class: 'note' }, t('map.cut', { n: count(MAP_NEAR) }))
          : null,
      ),
      canvas,
    );
    this.drawn = {
      nodes,
      edges,
      center: chosenNode(),
      places: mapPlaces(nodes),
      depth: this.depth(visibleNodes()),
    };
    this.net = null;
    this.loading = loadLibrary().then(() => {
      if (lensNow() === this && canvas.isConnected) this.start(canvas);
    });
    return nodes.size;
  },

  kinds() {
    const hidden = State.kinds ? State.kinds.split('.') : [];
    return element(
      'span',
      { class: 'kinds' },
      Data.kinds
        .filter((kind) => Nodes.some((node) => node.kind === kind))
        .map((kind) => {
          const off = hidden.includes(kind);
          const next = off ? hidden.filter((each) => each !== kind) : [...hidden, kind];
          return button(
            `${t(`kinds.${kind}`)} (${count(Nodes.filter((node) => node.kind === kind).length)})`,
            () => go({ kinds: next.join('.') }),
            { 'aria-pressed': String(!off) },
          );
        }),
    );
  },

  depths() {
    return element(
      'label',
      {},
      element('span', {}, t('map.depth')),
      ' ',
      element(
        'select',
        { id: 'depth', change: (event) => go({ depth: event.target.value }) },
        ['1', '2', '3', 'all'].map((value) =>
          element(
            'option',
            { value, selected: value === String(this.depth(visibleNodes()) || 'all') },
            value === 'all' ? t('map.whole') : t('map.steps', { n: value }),
          ),
        ),
      ),
    );
  },

  start(canvas) {
    const { nodes, edges, places } = this.drawn;
    const items = [...nodes].map((node) => ({
      id: node.i,
      ...mapLook(node),
      x: places.get(node)[0],
      y: places.get(node)[1],
    }));
    const lines = edges.map((edge) => ({
      id: edge.i,
      from: edge.source.i,
      to: edge.target.i,
      dashes: edge.guess || edge.relation === 'SUPPORTED_BY',
    }));
    this.items = new vis.DataSet(items);
    this.lines = new vis.DataSet(lines);
    this.net = new vis.Network(
      canvas,
      { nodes: this.items, edges: this.lines },
      {
        physics: false,
        layout: { improvedLayout: false },
        interaction: {
          hideEdgesOnDrag: nodes.size > 400,
          hideEdgesOnZoom: nodes.size > 400,
          keyboard: false,
          hover: false,
          tooltipDelay: 1e9,
        },
        nodes: {
          shape: 'box',
          font: { face: 'Noto Sans', size: 13, color: Data.paint.ink },
          borderWidth: 1.4,
          margin: 7,
          chosen: false,
        },
        edges: {
          arrows: { to: { enabled: true, scaleFactor: 0.5 } },
          color: { color: '#9AA3B2', opacity: 0.7 },
          width: 1,
          smooth: { enabled: true, type: 'cubicBezier', forceDirection: 'horizontal', roundness: 0.4 },
          chosen: false,
        },
      },
    );
    this.net.on('click', (event) => {
      if (event.nodes.length) select(Nodes[event.nodes[0]]);
      else if (event.edges.length) selectEdge(Edges[event.edges[0]]);
      else select(null);
    });
    this.mark();
    this.fit();
    byId('lens').dataset.map = 'ready';
  },

  mark() {
    if (!this.net) return;
    const node = chosenNode();
    const edge = chosenEdge();
    const near = new Set(
      edge
        ? [edge.source, edge.target]
        : node
          ? [node, ...node.out.map((each) => each.target), ...node.into.map((each) => each.source)]
          : [],
    );
    const dim = near.size > 0;
    this.items.update(
      [...this.drawn.nodes].map((each) => ({
        id: each.i,
        opacity: dim && !near.has(each) ? 0.25 : 1,
        borderWidth: each === node ? 4 : 1.4,
      })),
    );
    this.lines.update(
      this.drawn.edges.map((each) => {
        const on = each === edge || (node && (each.source === node || each.target === node));
        return {
          id: each.i,
          width: on ? 2.4 : 1,
          color: { color: on ? Data.paint.down : '#9AA3B2', opacity: dim && !on ? 0.08 : 0.7 },
        };
      }),
    );
    if (node && this.drawn.nodes.has(node) && this.net.getScale() > 0.5)
      this.net.moveTo({ position: this.net.getPosition(node.i), animation: false });
  },

  fit() {
    if (this.net) this.net.fit({ animation: false, maxZoomLevel: 1.2 });
  },

  zoom(factor) {
    if (this.net) this.net.moveTo({ scale: this.net.getScale() * factor, animation: false });
  },

  /* Lets the nodes push each other for three seconds, then holds them still. */
  arrange() {
    if (!this.net) return;
    const net = this.net;
    net.setOptions({
      physics: {
        enabled: true,
        solver: 'forceAtlas2Based',
        forceAtlas2Based: { gravitationalConstant: -120, springLength: 140, avoidOverlap: 0.8 },
        stabilization: false,
      },
    });
    setTimeout(() => {
      if (net !== this.net) return;
      net.setOptions({ physics: false });
      const places = net.getPositions();
      for (const node of this.drawn.nodes) this.drawn.places.set(node, [places[node.i].x, places[node.i].y]);
      this.fit();
    }, 3000);
  },

  image() {
    return mapImage(this.drawn);
  },
};

/* The document with most relations shown, or any node where there is no document. */
function busiest(visible) {
  const degree = new Map();
  for (const edge of Edges) {
    if (!visibleEdge(edge, visible)) continue;
    for (const end of [edge.source, edge.target]) degree.set(end, (degree.get(end) || 0) + 1);
  }
  const weight = (node) => degree.get(node) + (isDocument(node) ? 1e6 : 0);
  let best = null;
  for (const node of degree.keys()) if (!best || weight(node) > weight(best)) best = node;
  return best;
}

function reachedWithin(start, step, depth) {
  const found = new Map([[start, 0]]);
  for (const [node, distance] of found) {
    if (distance < depth) for (const next of step(node)) if (!found.has(next)) found.set(next, distance + 1);
  }
  return found;
}

/* vis-network is unpacked when the map is first asked for. */
let library = null;

function loadLibrary() {
  library = library || run('script', 'library');
  return library;
}
