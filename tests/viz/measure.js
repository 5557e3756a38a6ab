/* What tests measure in the page; each is called by its name. */
({
  /* Cards that overlap, lines that touch foreign cards, text wider than its card. */
  geometry() {
    const boxes = [...document.querySelectorAll('g.card')].map((card) => {
      const [x, y] = card
        .getAttribute('transform')
        .match(/-?[\d.]+/g)
        .map(Number);
      const box = card.querySelector('.box');
      return { card, id: card.dataset.id, x, y, w: +box.getAttribute('width'), h: +box.getAttribute('height') };
    });
    const over = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
    const touches = (box, p, gap) =>
      p.x > box.x - gap && p.x < box.x + box.w + gap && p.y > box.y - gap && p.y < box.y + box.h + gap;
    const crossed = [];
    for (const link of document.querySelectorAll('g.link')) {
      const path = link.querySelector('.line');
      const length = path.getTotalLength();
      const ends = [path.getPointAtLength(0), path.getPointAtLength(length)];
      const { child, parent } = link.dataset;
      const own = boxes.filter((box) =>
        child ? [child, parent].includes(box.id) : ends.some((p) => touches(box, p, 1.5)),
      );
      for (let at = 0; at < length; at += 3) {
        const p = path.getPointAtLength(at);
        for (const box of boxes)
          if (!own.includes(box) && touches(box, p, -1)) crossed.push([link.textContent, box.id]);
      }
    }
    const wide = (text, w) => text.getBBox().x < -1 || text.getBBox().x + text.getBBox().width > w + 1;
    const spilled = boxes.flatMap(({ card, id, w }) =>
      [...card.querySelectorAll('text:not(.lag)')]
        .filter((text) => wide(text, w))
        .map((text) => [id, text.textContent]),
    );
    return {
      cards: boxes.length,
      links: document.querySelectorAll('g.link').length,
      crossed,
      spilled,
      overlaps: boxes.filter((a, i) => boxes.slice(0, i).some((b) => over(a, b))).map((box) => box.id),
    };
  },

  /* Boxes as the page lays all documents out itself, and the corners of every line. */
  layout() {
    const parents = new Map(Documents.map((node) => [node, parentsOf(node)]));
    const layout = layOut(Documents, parents);
    const beside = (child, parent) =>
      [...layout.boxes]
        .filter(
          ([node]) => node !== child && node !== parent && layout.bandOf.get(node) === layout.bandOf.get(child),
        )
        .map(([, box]) => box);
    return {
      boxes: [...layout.boxes].map(([node, box]) => [node.id, box.x, box.y, box.w]),
      lines: Documents.flatMap((child) =>
        parents
          .get(child)
          .map((parent) => [
            child.id,
            parent.id,
            routed(layout.boxes.get(parent), layout.boxes.get(child), beside(child, parent)),
          ]),
      ),
    };
  },

  /* What axe-core has against the page under WCAG 2 A and AA. */
  async axe() {
    const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
    return found.violations.map((each) => [
      each.id,
      each.nodes.length,
      each.nodes[0].html.slice(0, 160),
      each.nodes[0].failureSummary,
    ]);
  },

  /* Frames a second while the wheel turns forty times over the drawing. */
  async frames() {
    const target = document.querySelector('#lens svg.sheet, #lens canvas, #lens .scroll');
    const { x, y, width, height } = target.getBoundingClientRect();
    const times = [];
    for (let turn = 0; turn < 40; turn += 1) {
      target.dispatchEvent(
        new WheelEvent('wheel', {
          deltaY: turn % 20 < 10 ? -60 : 60,
          clientX: x + width / 2,
          clientY: y + height / 2,
          bubbles: true,
          cancelable: true,
        }),
      );
      times.push(await new Promise(requestAnimationFrame));
    }
    return (1000 * (times.length - 1)) / (times[times.length - 1] - times[0]);
  },

  /* Milliseconds from choosing a node until two frames later. */
  async selecting(id) {
    const start = performance.now();
    select(ById.get(id));
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - start;
  },
});
