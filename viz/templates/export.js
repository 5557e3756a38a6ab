/* Pictures of the whole view, and print. An HTML lens is traced into shapes and text. */
function fileName() {
  const title = folded(pageTitle()).replace(/[^a-z0-9]+/g, '-');
  return `${title.slice(0, 40)}-${State.lens}`;
}

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = element('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/* The view as SVG text with its own font, so that it looks the same everywhere. */
function pictureText() {
  const lens = lensNow();
  const svg =
    lens.image && !State.table
      ? lens.image()
      : traced(byId('lens').querySelector('table, .rows') || byId('lens'));
  svg.setAttribute('font-family', '"Noto Sans", Arial, sans-serif');
  svg.prepend(shape('style', {}, fontFaces()));
  return new XMLSerializer().serializeToString(svg);
}

function fontFaces() {
  return [...document.styleSheets[0].cssRules]
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .map((rule) => rule.cssText)
    .join('\n');
}

function savePicture() {
  save(`${fileName()}.svg`, new Blob([pictureText()], { type: 'image/svg+xml' }));
}

async function pngBlob(most = 8000) {
  const text = pictureText();
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const scale = Math.min(2, most / Math.max(image.width, image.height));
  const canvas = element('canvas', {
    width: Math.round(image.width * scale),
    height: Math.round(image.height * scale),
  });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}

async function savePng() {
  save(`${fileName()}.png`, await pngBlob());
}

/* Draws what *root* shows as shapes: grounds, borders, drawings and every line of text. */
function traced(root) {
  const frame = root.getBoundingClientRect();
  const [w, h] = [
    Math.ceil(Math.max(root.scrollWidth, frame.width)),
    Math.ceil(Math.max(root.scrollHeight, frame.height)),
  ];
  const drawn = [];
  const place = (rect) => ({ x: rect.left - frame.left, y: rect.top - frame.top });
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) drawn.push(...tracedText(node, place, root));
    else if (node instanceof SVGSVGElement) {
      const copy = node.cloneNode(true);
      const { x, y } = place(node.getBoundingClientRect());
      for (const [name, value] of [
        ['x', x],
        ['y', y],
      ])
        copy.setAttribute(name, value);
      drawn.push(copy);
    } else if (node.nodeType === Node.ELEMENT_NODE && node.checkVisibility()) {
      drawn.push(...tracedBox(node, place));
      node.childNodes.forEach(walk);
    }
  };
  walk(root);
  return shape(
    'svg',
    { xmlns: SVG, viewBox: `-16 -16 ${w + 32} ${h + 32}`, width: w + 32, height: h + 32 },
    shape('title', {}, `${pageTitle()} – ${t(`lens.${State.lens}`)}`),
    shape('desc', {}, coverageNote()),
    shape('rect', { x: -16, y: -16, width: w + 32, height: h + 32, fill: Data.paint.paper }),
    drawn,
  );
}

function tracedBox(node, place) {
  const look = getComputedStyle(node);
  const rect = node.getBoundingClientRect();
  const filled = look.backgroundColor !== 'rgba(0, 0, 0, 0)';
  const drawn = (side) => parseFloat(look[`border${side}Width`]) > 0 && look[`border${side}Style`] !== 'none';
  const { x, y } = place(rect);
  return [
    filled &&
      shape('rect', {
        x,
        y,
        width: rect.width,
        height: rect.height,
        rx: Math.min(parseFloat(look.borderRadius) || 0, rect.height / 2),
        fill: look.backgroundColor,
      }),
    drawn('Bottom') &&
      shape('path', {
        d: `M${x} ${y + rect.height}h${rect.width}${drawn('Right') && node.matches('td, th') ? `v${-rect.height}` : ''}`,
        fill: 'none',
        stroke: look.borderBottomColor,
        'stroke-dasharray': look.borderBottomStyle === 'dashed' ? '4 3' : null,
      }),
  ].filter(Boolean);
}

/* The lines of a text as they are seen: what a cell hides is left out and marked with "…"; text
   that runs upwards is turned. */
function tracedText(node, place, root) {
  const text = node.textContent;
  if (!text.trim() || !node.parentElement.checkVisibility()) return [];
  const look = getComputedStyle(node.parentElement);
  const upwards = look.writingMode.startsWith('vertical');
  const size = parseFloat(look.fontSize);
  return tracedLines(node, upwards, frameOf(node.parentElement, root)).map(({ rect, text: words }) => {
    const { x, y } = place(rect);
    const [left, base] = upwards
      ? [x + rect.width / 2 + size * 0.35, y + rect.height]
      : [x, y + rect.height * 0.5 + size * 0.35];
    return shape(
      'text',
      {
        x: left,
        y: base,
        transform: upwards ? `rotate(-90 ${left} ${base})` : null,
        'font-size': size,
        'font-weight': look.fontWeight,
        fill: look.color,
      },
      words.trimEnd(),
    );
  });
}

function tracedLines(node, upwards, frame) {
  const range = document.createRange();
  const lines = [];
  let cut = false;
  [...node.textContent].reduce((start, letter) => {
    const end = start + letter.length;
    range.setStart(node, start);
    range.setEnd(node, end);
    const rect = range.getClientRects()[0];
    if (!rect) return end;
    const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
    const at = upwards ? rect.left : rect.top;
    const last = lines[lines.length - 1];
    if (x < frame.left || x > frame.right || y < frame.top || y > frame.bottom) cut = cut || Boolean(letter.trim());
    else if (last && Math.abs(last.at - at) < 3) last.text += letter;
    else lines.push({ rect, at, text: letter });
    return end;
  }, 0);
  const seen = lines.filter((line) => line.text.trim());
  if (cut && seen.length) {
    const last = seen[seen.length - 1];
    last.text = `${last.text.slice(0, -1).trimEnd()}…`;
  }
  return seen;
}

/* The part of the view an element may fill: what its ancestors hide lies outside. */
function frameOf(element, root) {
  const frame = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  for (let each = element; each && each !== root; each = each.parentElement) {
    if (getComputedStyle(each).overflowX !== 'hidden') continue;
    const rect = each.getBoundingClientRect();
    frame.left = Math.max(frame.left, rect.left);
    frame.top = Math.max(frame.top, rect.top);
    frame.right = Math.min(frame.right, rect.right);
    frame.bottom = Math.min(frame.bottom, rect.bottom);
  }
  return frame;
}

/* Print shows the whole drawing, not the part in view; of the panel, the groups that are open. */
function beforePrint() {
  const lens = lensNow();
  const holder = element('div', { id: 'print' });
  if (lens.image && !State.table) {
    const svg = lens.image();
    svg.removeAttribute('width');
    svg.removeAttribute('height');
    holder.append(svg);
    byId('lens').classList.add('replaced');
  }
  holder.prepend(element('h1', {}, `${pageTitle()} – ${t(`lens.${State.lens}`)}`));
  holder.append(element('p', {}, coverageNote()));
  byId('main').prepend(holder);
  holder.classList.toggle('heading', !holder.querySelector('svg'));
}

function afterPrint() {
  const holder = byId('print');
  if (holder) holder.remove();
  byId('lens').classList.remove('replaced');
}
