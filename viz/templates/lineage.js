/* The lens "lineage": cards in lanes of government, time from left to right, a band per family. */
/* Documents shown as cards at once; families beyond are shown around the chosen document. */
const MOST_CARDS = 60;

/* Documents that others carry out, those with most first: their families fill the sheet. */
function headsOfFamilies(documents) {
  const counts = documents.map((node) => [node, childrenOf(node).length]).filter(([, count]) => count);
  const starts = counts.sort((a, b) => b[1] - a[1]).map(([node]) => node);
  return starts.length ? starts.slice(0, MOST_CARDS) : documents.slice(0, MOST_CARDS);
}

const Lineage = {
  name: 'lineage',
  zoom(factor) {
    this.sheet.zoom(factor);
  },
  shows: isDocument,
  sheet: null,
  drawn: null,

  /* The documents shown, and whether some had to be left out. */
  nodes() {
    const all = [...visibleNodes()].filter(isDocument);
    if (all.length <= MOST_CARDS || (State.chain && all.length <= 4 * MOST_CARDS))
      return { nodes: all, left: 0 };
    const visible = new Set(all);
    const near = new Set();
    for (const start of visible.has(chosenNode()) ? [chosenNode()] : headsOfFamilies(all)) {
      const family = [start, ...above(start).keys(), ...below(start).keys()].filter((node) => visible.has(node));
      if (near.size && new Set([...near, ...family]).size > MOST_CARDS) break;
      for (const node of family) near.add(node);
    }
    const nodes = [...near].slice(0, MOST_CARDS);
    return { nodes, left: all.length - nodes.length };
  },

  /* A chosen document that is not among the cards of a large corpus moves them to itself. */
  stale() {
    const chosen = chosenNode();
    if (State.table || !this.drawn || !chosen || !isDocument(chosen)) return false;
    return !this.drawn.cards.has(chosen) && visibleNodes().has(chosen);
  },

  edges() {
    const { nodes } = this.nodes();
    const shown = new Set(nodes);
    return Edges.filter(
      (edge) =>
        (edge.descends || (edge.guess && State.guesses && edge.relation in Data.strength)) &&
        visibleEdge(edge, shown),
    );
  },

  draw(holder) {
    const { nodes, left } = this.nodes();
    const shown = new Set(nodes);
    const parents = new Map(
      nodes.map((node) => [
        node,
        unique(
          node.out.filter((edge) => edge.descends && visibleEdge(edge, shown)).map((edge) => edge.target),
        ).sort((a, b) => (a.id < b.id ? -1 : 1)),
      ]),
    );
    const wide = holder.clientWidth >= 860;
    const layout = layOut(nodes, parents, wide ? CARD.sheet : 0);
    if (wide && nodes.length === Documents.length && Object.keys(Data.layout).length) this.usePython(layout);
    this.sheet = new Sheet(holder, t('lens.lineage'));
    this.drawn = { nodes, parents, layout, cards: new Map(), links: [] };
    const right = Math.max(300, ...layout.bands.map((band) => band.right));
    const bottom = Math.max(0, ...layout.bands.map((band) => band.bottom)) + CARD.axis;
    this.sheet.draw(
      [
        ...grounds(layout),
        ...layout.bands.flatMap(ticks),
        ...this.links(),
        ...nodes.map((node) => this.card(node)),
      ],
      { x: -CARD.room - 12, y: -8, w: right + CARD.room + 24, h: bottom + 16 },
    );
    if (left)
      holder.prepend(
        element('div', { class: 'tools note' }, t('lineage.left', { most: MOST_CARDS, n: count(left) }), this.elsewhere()),
      );
    this.fit();
    this.mark();
    return nodes.length;
  },

  /* Where the documents are that do not fit here. */
  elsewhere() {
    return ['tree', 'overview'].map((lens) =>
      button(t(`lens.${lens}`), () => go({ lens }), { class: 'quiet' }),
    );
  },

  /* Where Python laid the same documents out, its places are used. */
  usePython(layout) {
    for (const [node, box] of layout.boxes) [box.x, box.y, box.w] = Data.layout[node.i];
  },

  fit() {
    this.sheet.fit(0.8);
    const chosen = chosenNode();
    if (chosen && this.drawn.layout.boxes.has(chosen)) this.reveal(chosen);
  },

  /* Brings the chosen document into view, with as much of its chain as there is room for. */
  reveal(chosen) {
    const { boxes } = this.drawn.layout;
    const all = [...chainOf(chosen)].filter((node) => boxes.has(node)).map((node) => boxes.get(node));
    const [x, y] = [Math.min(...all.map((box) => box.x)), Math.min(...all.map((box) => box.y))];
    this.sheet.reveal({
      x,
      y,
      w: Math.max(...all.map((box) => box.x + box.w)) - x,
      h: Math.max(...all.map((box) => box.y + box.h)) - y,
    });
    this.sheet.reveal(boxes.get(chosen));
  },

  links() {
    const { nodes, parents, layout } = this.drawn;
    const pairs = nodes.flatMap((child) =>
      parents.get(child).map((parent) => ({ child, parent, guess: false })),
    );
    if (State.guesses) {
      for (const edge of this.edges().filter((each) => each.guess))
        pairs.push({ child: edge.source, parent: edge.target, guess: true, edge });
    }
    const around = indirectPairs(nodes, parents);
    const drawn = pairs
      .filter((pair) => layout.bandOf.get(pair.child) === layout.bandOf.get(pair.parent))
      .map((pair) => this.link(pair, around.has(`${pair.child.i} ${pair.parent.i}`)));
    drawn.sort((a, b) => Number(b.faint) - Number(a.faint));
    this.drawn.links = drawn;
    return drawn.map((link) => link.group);
  },

  link({ child, parent, guess, edge }, faint) {
    const { layout } = this.drawn;
    const band = layout.bandOf.get(child);
    const others = [...layout.boxes]
      .filter(([node]) => node !== child && node !== parent && layout.bandOf.get(node) === band)
      .map(([, box]) => box);
    const points = routed(layout.boxes.get(parent), layout.boxes.get(child), others);
    const path = rounded(points);
    const reason = edge || strongest(child, parent);
    const line = shape('path', {
      class: 'line',
      d: path,
      fill: 'none',
      'stroke-dasharray': guess ? '7 5' : faint ? '1.5 5' : null,
      'stroke-linecap': 'round',
    });
    const head = shape('path', { class: 'head', d: arrowhead(points) });
    const group = shape(
      'g',
      {
        class: 'link',
        'data-child': child.id,
        'data-parent': parent.id,
        'data-faint': faint || null,
        click: (event) => {
          event.stopPropagation();
          selectEdge(reason);
        },
      },
      shape(
        'title',
        {},
        `${child.name} – ${relationWord(reason, child)} – ${parent.name}${guess ? ` (${t('guess')})` : ''}`,
      ),
      line,
      head,
      shape('path', {
        d: path,
        fill: 'none',
        stroke: 'transparent',
        'stroke-width': 12,
        'pointer-events': 'stroke',
      }),
    );
    return { group, line, head, child, parent, faint, guess };
  },

  card(node) {
    const box = this.drawn.layout.boxes.get(node);
    const near = this.drawn.parents
      .get(node)
      .filter(
        (parent) =>
          !this.drawn.links.some((link) => link.faint && link.child === node && link.parent === parent),
      );
    const from = near.sort((a, b) => compare(dayOf(b), dayOf(a)))[0];
    const drawn = documentCard(node, box, from ? lagText(from, node) : '');
    this.drawn.cards.set(node, drawn);
    return drawn;
  },

  mark() {
    const chosen = chosenNode();
    const edge = chosenEdge();
    const inside = chosen && this.drawn.cards.has(chosen) ? chosen : null;
    const up = inside ? new Set(above(inside).keys()) : new Set();
    const down = inside ? new Set(below(inside).keys()) : new Set();
    for (const [node, group] of this.drawn.cards) {
      const ends = edge && (edge.source === node || edge.target === node);
      const role =
        node === inside ? 'chosen' : ends || (up.has(node) && 'up') || (down.has(node) && 'down') || '';
      markCard(group, node, ends && node !== inside ? 'chosen' : role, Boolean(inside || edge) && !role);
    }
    for (const link of this.drawn.links) {
      const isEdge = edge && edge.source === link.child && edge.target === link.parent;
      const way =
        up.has(link.parent) && (up.has(link.child) || link.child === inside)
          ? 'up'
          : down.has(link.child) && (down.has(link.parent) || link.parent === inside)
            ? 'down'
            : '';
      const colour = isEdge ? Data.paint.chosen : way ? Data.paint[way] : Data.paint.line;
      link.line.setAttribute('stroke', colour);
      link.line.setAttribute('stroke-width', isEdge ? 3.4 : link.faint ? 1.6 : way ? 2.6 : 1.7);
      link.head.setAttribute('fill', colour);
      link.group.setAttribute('opacity', (inside || edge) && !way && !isEdge ? 0.18 : 1);
    }
    if (inside) this.reveal(inside);
  },

  image() {
    return this.sheet.image();
  },
};

function grounds(layout) {
  const paint = Data.paint;
  const lanes = layout.lanes.map((lane, i) => {
    const { left, right } = layout.bands[lane.band];
    return [
      shape('rect', {
        x: left,
        y: lane.top,
        width: right - left,
        height: lane.bottom - lane.top,
        fill: paint.lane[i % 2],
      }),
      shape(
        'text',
        { x: left + 7, y: lane.top + 17, 'font-size': 11, 'font-weight': 700, fill: paint.faint },
        t(`level.${lane.level}`),
      ),
    ];
  });
  const bands = layout.bands.map((band) => {
    const text = band.root
      ? t('lineage.family', { name: band.root.name, n: count(band.count) })
      : t('lineage.alone', { n: count(band.count) });
    return shape(
      'text',
      { x: band.left, y: band.top + 24, 'font-size': 14, 'font-weight': 700, fill: paint.ink },
      clipped(text, 14, band.right - band.left, true),
    );
  });
  return [...lanes.flat(), ...bands];
}

function ticks(band) {
  let free = -Infinity;
  return band.ticks.flatMap(([day, x]) => {
    const line = shape('path', {
      d: `M${x} ${band.top + CARD.head}V${band.bottom}`,
      stroke: Data.paint.grid,
      'stroke-dasharray': '2 5',
    });
    if (x < free) return [line];
    free = x + 66;
    const text = isoDay(day).split('-').slice(0, 2).reverse().join('/');
    return [line, shape('text', { x, y: band.bottom + 16, 'font-size': 12, fill: Data.paint.faint }, text)];
  });
}
