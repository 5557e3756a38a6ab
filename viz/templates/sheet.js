/* A drawing that can be moved, zoomed and fitted; coordinates are those of the layout. */
class Sheet {
  constructor(holder, label) {
    this.content = shape('g', {});
    this.svg = shape('svg', { class: 'sheet', role: 'group', 'aria-label': label, tabindex: 0 }, this.content);
    this.view = { x: 0, y: 0, k: 1 };
    this.bounds = { x: 0, y: 0, w: 1, h: 1 };
    holder.replaceChildren(this.svg);
    this.svg.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    this.svg.addEventListener('pointerdown', (event) => this.grab(event));
  }

  draw(children, bounds) {
    this.content.replaceChildren(...children);
    this.bounds = bounds;
  }

  place() {
    const { x, y, k } = this.view;
    this.content.setAttribute('transform', `translate(${x} ${y}) scale(${k})`);
  }

  /* The whole drawing, but never smaller than can be read (*least*): then the top left of it. */
  fit(least) {
    const { width, height } = this.svg.getBoundingClientRect();
    const { x, y, w, h } = this.bounds;
    const whole = Math.min(width / w, height / h, 1.3);
    const k = Math.max(whole, least || 0);
    this.view = {
      k,
      x: w * k < width ? (width - w * k) / 2 - x * k : -x * k,
      y: Math.max(0, Math.min(28, (height - h * k) / 2)) - y * k,
    };
    this.place();
  }

  zoom(factor, at) {
    const { width, height } = this.svg.getBoundingClientRect();
    const center = at || { x: width / 2, y: height / 2 };
    const k = Math.min(4, Math.max(0.05, this.view.k * factor));
    const grow = k / this.view.k;
    this.view = {
      k,
      x: center.x - (center.x - this.view.x) * grow,
      y: center.y - (center.y - this.view.y) * grow,
    };
    this.place();
  }

  wheel(event) {
    event.preventDefault();
    const frame = this.svg.getBoundingClientRect();
    if (event.shiftKey) this.move(-event.deltaY, 0);
    else
      this.zoom(Math.exp(-event.deltaY * 0.0015), { x: event.clientX - frame.x, y: event.clientY - frame.y });
  }

  move(dx, dy) {
    this.view.x += dx;
    this.view.y += dy;
    this.place();
  }

  grab(event) {
    if (event.button !== 0) return;
    let moved = 0;
    const drag = (step) => {
      moved += Math.abs(step.movementX) + Math.abs(step.movementY);
      if (moved > 4) {
        this.svg.classList.add('moving');
        this.move(step.movementX, step.movementY);
      }
    };
    const drop = () => {
      removeEventListener('pointermove', drag);
      removeEventListener('pointerup', drop);
      if (moved > 4) addEventListener('click', stopOnce, { capture: true, once: true });
      setTimeout(() => {
        removeEventListener('click', stopOnce, { capture: true });
        this.svg.classList.remove('moving');
      }, 0);
    };
    addEventListener('pointermove', drag);
    addEventListener('pointerup', drop);
  }

  /* Brings *box* into view with as little movement as needed. */
  reveal(box) {
    const { width, height } = this.svg.getBoundingClientRect();
    const { k } = this.view;
    const left = box.x * k + this.view.x;
    const top = box.y * k + this.view.y;
    const margin = 24;
    let dx = 0;
    let dy = 0;
    if (left < margin) dx = margin - left;
    else if (left + box.w * k > width - margin) dx = width - margin - left - box.w * k;
    if (top < margin) dy = margin - top;
    else if (top + box.h * k > height - margin) dy = height - margin - top - box.h * k;
    if (dx || dy) this.move(dx, dy);
  }

  /* The whole drawing as an SVG of its own, not only what is in view. */
  image() {
    const { x, y, w, h } = this.bounds;
    const copy = this.content.cloneNode(true);
    copy.removeAttribute('transform');
    return shape(
      'svg',
      { xmlns: SVG, viewBox: `${x} ${y} ${w} ${h}`, width: w, height: h },
      shape('title', {}, `${pageTitle()} – ${t(`lens.${State.lens}`)}`),
      shape('desc', {}, coverageNote()),
      shape('rect', { x, y, width: w, height: h, fill: Data.paint.paper }),
      copy,
    );
  }
}

function stopOnce(event) {
  event.stopPropagation();
}
