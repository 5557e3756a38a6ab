/* The lens "overview": every document a dot (level × time), lines only for the chosen cascade. */
const Overview = {
  name: 'overview',
  drawn: null,
  shows: isDocument,

  nodes() {
    return [...visibleNodes()].filter(isDocument);
  },

  edges() {
    const nodes = new Set(this.nodes());
    const chosen = chosenNode();
    const chain = chosen && isDocument(chosen) ? chainOf(chosen) : null;
    return Edges.filter(
      (edge) =>
        edge.descends &&
        visibleEdge(edge, nodes) &&
        (!chain || (chain.has(edge.source) && chain.has(edge.target))),
    );
  },

  draw(holder) {
    const nodes = this.nodes();
    const canvas = element('canvas', {
      role: 'img',
      'aria-label': t('overview.label', { n: count(nodes.length) }),
    });
    const tip = element('div', { class: 'tip', hidden: true });
    const stage = element('div', { class: 'stage' }, canvas, tip);
    holder.replaceChildren(
      element(
        'div',
        { class: 'split' },
        stage,
        element(
          'div',
          { class: 'scroll roots', tabindex: 0, role: 'region', 'aria-label': t('overview.roots') },
          rootTable(nodes),
        ),
      ),
    );
    this.drawn = { nodes, canvas, tip, stage, ...dots(nodes), grid: null };
    this.resize();
    stage.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    stage.addEventListener('pointerdown', (event) => this.grab(event));
    stage.addEventListener('pointermove', (event) => this.hover(event));
    return nodes.length;
  },

  resize() {
    if (!this.drawn || !this.drawn.canvas.isConnected) return;
    const { canvas, stage } = this.drawn;
    this.scale = Math.min(devicePixelRatio || 1, 2);
    [this.width, this.height] = [stage.clientWidth, stage.clientHeight];
    [canvas.width, canvas.height] = [this.width * this.scale, this.height * this.scale];
    this.fit();
  },

  fit() {
    const { span, tall } = this.drawn;
    this.view = {
      x: DOT.left,
      y: 6,
      kx: (this.width - DOT.left - 16) / Math.max(1, span),
      ky: (this.height - DOT.bottom - 12) / tall,
    };
    this.mark();
  },

  zoom(factor, at) {
    const view = this.view;
    const center = at || [this.width / 2, this.height / 2];
    const grow = Math.min(80, Math.max(0.001, view.kx * factor)) / view.kx;
    const rise = Math.min(14, Math.max(0.02, view.ky * factor)) / view.ky;
    view.x = center[0] - (center[0] - view.x) * grow;
    view.y = center[1] - (center[1] - view.y) * rise;
    view.kx *= grow;
    view.ky *= rise;
    this.paint();
  },

  wheel(event) {
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY * 0.0015), [event.offsetX, event.offsetY]);
  },

  grab(event) {
    let moved = 0;
    const drag = (step) => {
      moved += Math.abs(step.movementX) + Math.abs(step.movementY);
      this.view.x += step.movementX;
      this.view.y += step.movementY;
      this.paint();
    };
    const drop = (end) => {
      removeEventListener('pointermove', drag);
      removeEventListener('pointerup', drop);
      if (moved < 4 && end.target === this.drawn.canvas) select(this.hit(end.offsetX, end.offsetY));
    };
    addEventListener('pointermove', drag);
    addEventListener('pointerup', drop);
  },

  hover(event) {
    if (event.buttons) return;
    const node = this.hit(event.offsetX, event.offsetY);
    const { tip } = this.drawn;
    tip.hidden = !node;
    if (!node) return;
    tip.textContent = [node.name, writtenDay(node), node.issuer ? node.issuer.name : '']
      .filter(Boolean)
      .join(' · ');
    tip.style.left = `${Math.min(event.offsetX + 12, this.width - 260)}px`;
    tip.style.top = `${event.offsetY + 14}px`;
  },

  hit(px, py) {
    const { nodes, xs, ys } = this.drawn;
    const { x, y, kx, ky } = this.view;
    let best = null;
    let least = 100;
    for (let i = 0; i < nodes.length; i += 1) {
      const dx = xs[i] * kx + x - px;
      if (dx > 10 || dx < -10) continue;
      const dy = ys[i] * ky + y - py;
      if (dx * dx + dy * dy < least) {
        least = dx * dx + dy * dy;
        best = nodes[i];
      }
    }
    return best;
  },

  mark() {
    const chosen = chosenNode();
    const at = this.drawn.at;
    const ways = (step, colour) => {
      const found = reached(chosen, step);
      const lines = [];
      for (const node of [chosen, ...found.keys()])
        for (const next of step(node))
          if (at.has(node) && at.has(next)) lines.push([at.get(node), at.get(next)]);
      return {
        dots: [...found.keys()].filter((node) => at.has(node)).map((node) => at.get(node)),
        lines,
        colour,
      };
    };
    this.drawn.ways =
      chosen && isDocument(chosen) && at.has(chosen)
        ? [ways(childrenOf, Data.paint.down), ways(parentsOf, Data.paint.up)]
        : [];
    this.drawn.chosen = this.drawn.ways.length ? at.get(chosen) : null;
    for (const row of byId('lens').querySelectorAll('tr[data-id]'))
      row.classList.toggle('on', Boolean(chosen) && row.dataset.id === chosen.id);
    this.paint();
  },

  image() {
    return dotsImage(this);
  },

  paint() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (lensNow() === this && !State.table) paintDots(this.drawn.canvas.getContext('2d'), this);
    });
  },
};

/* The origins of cascades: how many documents carry them out, on which levels, how fast. */
function rootTable(nodes) {
  const shown = new Set(nodes);
  const roots = nodes
    .filter((node) => (node.below !== null ? node.below.length : node.into.some((edge) => edge.descends)))
    .filter((node) => !parentsOf(node).some((each) => shown.has(each)));
  const rows = roots
    .map((node) => rootRow(node, shown))
    .sort((a, b) => b.below - a.below || a.node.i - b.node.i);
  const order = {
    below: (a, b) => b.below - a.below,
    places: (a, b) => b.places - a.places,
    lag: (a, b) => (a.lag ?? 1e9) - (b.lag ?? 1e9),
    held: (a, b) => b.held - a.held,
    name: (a, b) => compare(dayOf(a.node), dayOf(b.node)),
  };
  const body = element('tbody', {});
  const fill = () => body.replaceChildren(...rows.slice(0, 300).map(rootCells));
  fill();
  const head = (key) =>
    element(
      'th',
      { scope: 'col' },
      button(
        t(`overview.${key}`),
        () => {
          rows.sort(order[key]);
          fill();
        },
        { class: 'link', title: t(`overview.${key}.hint`) },
      ),
    );
  return element(
    'table',
    { class: 'roots' },
    element('caption', {}, t('overview.roots')),
    element('thead', {}, element('tr', {}, ['name', 'below', 'places', 'lag', 'held'].map(head))),
    body,
  );
}

function rootRow(node, shown) {
  const under = [...below(node).keys()].filter((each) => shown.has(each));
  const lags = childrenOf(node)
    .map((each) => lagDays(node, each))
    .filter((days) => days !== null)
    .sort((a, b) => a - b);
  return {
    node,
    below: under.length,
    places: new Set(under.flatMap((each) => each.places)).size,
    lag: lags.length ? lags[lags.length >> 1] : null,
    held: under.length ? Math.round((100 * under.filter((each) => each.fields.held).length) / under.length) : 0,
  };
}

function rootCells(row) {
  return element(
    'tr',
    { 'data-id': row.node.id },
    element(
      'th',
      { scope: 'row' },
      element(
        'span',
        { class: 'node' },
        badge(row.node),
        button(row.node.name, () => select(row.node), { class: `link${row.node.fields.held ? '' : ' cited'}` }),
      ),
      element('small', {}, ` ${writtenDay(row.node)}`),
    ),
    element('td', {}, count(row.below)),
    element('td', {}, count(row.places)),
    element('td', {}, row.lag === null ? '–' : count(row.lag)),
    element('td', {}, `${count(row.held)}\u00a0%`),
  );
}
