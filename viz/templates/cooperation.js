/* The lens "cooperation": body → agreement → partner → place; ways keep apart who works where. */
const COLUMN = { width: 236, gap: 70, pad: 11, line: 16, size: 13, between: 14, head: 40 };

const Together = {
  name: 'cooperation',
  sheet: null,
  drawn: null,
  zoom(factor) {
    this.sheet.zoom(factor);
  },
  fit() {
    this.sheet.fit(0.7);
  },

  shows(node) {
    return Data.cooperation.cards.some((card) => card[2].includes(node.i));
  },

  ways() {
    const nodes = visibleNodes();
    return Data.cooperation.ways.filter(([, edges]) => edges.every((i) => visibleEdge(Edges[i], nodes)));
  },

  edges() {
    return [...new Set(this.ways().flatMap(([, edges]) => edges))].sort((a, b) => a - b).map((i) => Edges[i]);
  },

  draw(holder) {
    const ways = this.ways();
    const used = new Set(ways.flatMap(([stops]) => stops).filter((stop) => stop >= 0));
    const cards = placedCards([...used].sort((a, b) => a - b));
    const height = Math.max(0, ...[...cards.values()].map((card) => card.y + card.h)) + 30;
    this.sheet = new Sheet(holder, t('lens.cooperation'));
    this.drawn = { ways, cards, links: cooperationLinks(ways, cards) };
    const columns = cards.size ? [0, 1, 2, 3].map((column) => columnGround(column, height)) : [];
    this.sheet.draw(
      [
        ...columns.flat(),
        ...this.drawn.links.map((link) => link.group),
        ...[...cards.values()].map((card) => cooperationCard(card)),
      ],
      { x: -20, y: -COLUMN.head - 20, w: 4 * COLUMN.width + 3 * COLUMN.gap + 40, h: height + COLUMN.head + 30 },
    );
    this.fit();
    this.mark();
    return ways.length;
  },

  /* The ways the choice lies on: those through the chosen body, agreement or place, or an edge. */
  chosenWays() {
    const node = chosenNode();
    const edge = chosenEdge();
    if (edge) return this.drawn.ways.filter(([, edges]) => edges.includes(edge.i));
    if (!node) return null;
    const through = ([stops, edges]) => {
      const stop = stops.find((each) => each >= 0 && Data.cooperation.cards[each][2].includes(node.i));
      if (stop === undefined) return false;
      return (
        Data.cooperation.cards[stop][0] !== 2 ||
        edges.some((i) => Edges[i].source === node || Edges[i].target === node)
      );
    };
    const found = this.drawn.ways.filter(through);
    return found.length ? found : null;
  },

  mark() {
    const ways = this.chosenWays();
    const stops = ways && new Set(ways.flatMap(([each]) => each));
    const steps = ways && new Set(ways.flatMap(([each]) => each.slice(1).map((to, i) => `${each[i]} ${to}`)));
    const node = chosenNode();
    for (const card of this.drawn.cards.values()) {
      const on = stops && stops.has(card.i);
      const own = node && card.nodes.includes(node.i);
      card.group.setAttribute('opacity', stops && !on ? 0.3 : 1);
      card.group.setAttribute('data-on', String(Boolean(on)));
      card.group.setAttribute('aria-pressed', String(Boolean(own)));
      card.group.setAttribute('tabindex', own ? 0 : -1);
      card.box.setAttribute('stroke-width', own ? 3.4 : on ? 2.4 : 1.4);
    }
    for (const link of this.drawn.links) {
      const on = steps && steps.has(link.step);
      link.line.setAttribute('stroke', on ? Data.paint.down : Data.paint.line);
      link.line.setAttribute('stroke-width', on ? 2.6 : 1.5);
      link.group.setAttribute('opacity', steps && !on ? 0.12 : 1);
    }
  },

  image() {
    return this.sheet.image();
  },
};

/* Cards from top to bottom in their columns, each as high as its text; columns centred. */
function placedCards(order) {
  const columns = [[], [], [], []];
  for (const i of order) {
    const [column, label, nodes, until, lapsed] = Data.cooperation.cards[i];
    const named = label || t(column === 1 ? 'cooperation.no_agreement' : 'cooperation.no_partner');
    const lines = wrapped(named, COLUMN.size, COLUMN.width - 2 * COLUMN.pad - (lapsed ? 36 : 18), 3, column === 3);
    const notes = agreementNotes(nodes, until, lapsed, column);
    const h = 16 + (lines.length + notes.length) * COLUMN.line;
    columns[column].push({
      i,
      column,
      label: named,
      nodes,
      lines,
      notes,
      lapsed,
      nameless: !label,
      h,
      x: column * (COLUMN.width + COLUMN.gap),
      w: COLUMN.width,
    });
  }
  const heights = columns.map((cards) => cards.reduce((sum, card) => sum + card.h + COLUMN.between, 0));
  const tallest = Math.max(...heights);
  const placed = new Map();
  columns.forEach((cards, column) => {
    const room = (tallest - heights[column]) / (cards.length + 1);
    let y = room;
    for (const card of cards) {
      card.y = Math.round(y);
      y += card.h + COLUMN.between + room;
      placed.set(card.i, card);
    }
  });
  return placed;
}

function agreementNotes(nodes, until, lapsed, column) {
  if (column !== 1 || !nodes.length) return [];
  const { name, fields } = Nodes[nodes[0]];
  const { date, period } = fields;
  const term = [
    date && !name.includes(turned(date)) ? turned(date) : '',
    period && !name.includes(period) ? `${/\d/.test(period) ? `${t('attribute.period')} ` : ''}${period}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
  return [term, lapsed ? t('cooperation.lapsed', { year: until, cited: lapsed }) : ''].filter(Boolean);
}

function lapsedText(node) {
  const card = Data.cooperation.cards.find((each) => each[0] === 1 && each[4] && each[2].includes(node.i));
  return card ? t('cooperation.lapsed.why', { until: card[3], year: card[4] }) : '';
}

function columnGround(column, height) {
  const x = column * (COLUMN.width + COLUMN.gap);
  return [
    shape('rect', {
      x: x - 12,
      y: -COLUMN.head - 12,
      width: COLUMN.width + 24,
      height: height + COLUMN.head + 12,
      rx: 8,
      fill: Data.paint.lane[column % 2],
    }),
    shape(
      'text',
      { x, y: -18, 'font-size': 14, 'font-weight': 700, fill: Data.paint.ink },
      t(`cooperation.column.${column}`),
    ),
  ];
}

function cooperationCard(card) {
  const node = card.nodes.length ? Nodes[card.nodes[0]] : null;
  const sector =
    card.column === 0 ? (node && node.sector) || 'unknown' : card.column === 1 ? 'mass' : 'foreign';
  const [colour, ground] = card.column === 1 ? [Data.paint.line, Data.paint.paper] : Data.paint.sector[sector];
  const choose = () => node && select(cardMeans(card));
  card.box = shape('rect', {
    class: 'box',
    width: card.w,
    height: card.h,
    rx: card.column === 1 ? 5 : 14,
    fill: ground,
    stroke: colour,
    'stroke-width': 1.4,
    'stroke-dasharray': card.nameless ? '5 4' : null,
  });
  card.group = shape(
    'g',
    {
      class: 'card',
      'data-id': node ? node.id : '',
      transform: `translate(${card.x} ${card.y})`,
      role: 'button',
      tabindex: -1,
      'aria-label': [card.label, ...card.notes].join(', '),
      click: (event) => {
        event.stopPropagation();
        choose();
      },
      keydown: (event) => pressed(event, choose),
    },
    shape('title', {}, card.label),
    card.box,
    node && node.sector && card.column !== 3
      ? shape(
          'text',
          { x: COLUMN.pad, y: 21, 'font-size': 11, 'font-weight': 700, fill: colour },
          t(`badge.${node.sector}`),
        )
      : null,
    card.lines.map((line, i) =>
      shape(
        'text',
        {
          x: COLUMN.pad + 16,
          y: 21 + i * COLUMN.line,
          'font-size': COLUMN.size,
          'font-weight': card.column === 3 ? 700 : 400,
          fill: card.nameless ? Data.paint.faint : Data.paint.ink,
        },
        line,
      ),
    ),
    card.notes.map((note, i) =>
      shape(
        'text',
        {
          x: COLUMN.pad + 16,
          y: 21 + (card.lines.length + i) * COLUMN.line,
          'font-size': 11.5,
          fill: card.lapsed && i === card.notes.length - 1 ? Data.paint.warn : Data.paint.faint,
        },
        clipped(note, 11.5, card.w - 2 * COLUMN.pad - 16),
      ),
    ),
    card.lapsed ? warningSign(card.w - 24, 8) : null,
  );
  return card.group;
}

/* What a card stands for: its one node; of several bodies the agreement they signed together. */
function cardMeans(card) {
  if (card.nodes.length === 1) return Nodes[card.nodes[0]];
  const named = card.nodes.find((i) => Nodes[i].name === card.label);
  if (named !== undefined) return Nodes[named];
  const through = Together.drawn.ways.filter(([stops]) => stops.includes(card.i));
  const signed = [...new Set(through.flatMap(([stops]) => Data.cooperation.cards[stops[1]][2]))];
  return Nodes[signed.length === 1 ? signed[0] : card.nodes[0]];
}

/* One line for each pair of neighbouring cards; it bends in the gap, where no card stands. */
function cooperationLinks(ways, cards) {
  const steps = new Map();
  for (const [stops, edges] of ways) {
    stops.slice(1).forEach((to, i) => {
      if (stops[i] < 0 || to < 0) return;
      const key = `${stops[i]} ${to}`;
      if (!steps.has(key)) steps.set(key, new Set());
      edges.forEach((edge) => steps.get(key).add(edge));
    });
  }
  return [...steps].map(([step, edges]) => {
    const [from, to] = step.split(' ').map((i) => cards.get(Number(i)));
    const [x1, y1, x2, y2] = [from.x + from.w, from.y + from.h / 2, to.x, to.y + to.h / 2];
    const d = `M${x1} ${y1}C${x1 + 45} ${y1} ${x2 - 45} ${y2} ${x2} ${y2}`;
    const ends = new Set([...from.nodes, ...to.nodes]);
    const named = [...edges].map((i) => Edges[i]);
    const best =
      named.find((edge) => ends.has(edge.source.i) && ends.has(edge.target.i)) ||
      named.find((edge) => ends.has(edge.source.i) || ends.has(edge.target.i)) ||
      named[0];
    const line = shape('path', { class: 'line', d, fill: 'none' });
    const group = shape(
      'g',
      {
        class: 'link',
        'data-from': from.i,
        'data-to': to.i,
        click: (event) => {
          event.stopPropagation();
          selectEdge(best);
        },
      },
      shape('title', {}, `${from.label} – ${to.label}`),
      line,
      shape('path', { d, fill: 'none', stroke: 'transparent', 'stroke-width': 10, 'pointer-events': 'stroke' }),
    );
    return { step, line, group };
  });
}
