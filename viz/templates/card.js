/* A document's card: badge, name, date and issuer; dashed where it is only cited. */
function documentCard(node, box, lag) {
  const { label, line, warned } = cardOf(node);
  const [colour, ground] = Data.paint.sector[node.sector || 'unknown'];
  const said = [
    node.name,
    writtenDay(node),
    node.issuer ? node.issuer.name : '',
    t(heldWord(node)),
    warned ? t('conflict') : '',
    lag,
  ]
    .filter(Boolean)
    .join(', ');
  return shape(
    'g',
    {
      class: 'card',
      'data-id': node.id,
      transform: `translate(${box.x} ${box.y})`,
      role: 'button',
      tabindex: -1,
      'aria-label': said,
      click: (event) => {
        event.stopPropagation();
        select(node);
      },
      keydown: (event) => pressed(event, () => select(node)),
    },
    shape('title', {}, `${node.name}\n${node.fields.title || ''}`),
    shape('rect', {
      class: 'box',
      width: box.w,
      height: box.h,
      rx: 6,
      fill: ground,
      stroke: colour,
      'stroke-width': 1.4,
      'stroke-dasharray': node.fields.held ? null : '6 4',
    }),
    shape('rect', { x: 3, y: 4, width: 17, height: box.h - 8, rx: 3, fill: colour }),
    shape(
      'text',
      {
        x: 11.5,
        y: box.h / 2 + 4.5,
        'font-size': 12,
        'font-weight': 700,
        fill: Data.paint.paper,
        'text-anchor': 'middle',
      },
      t(`badge.${node.sector || 'unknown'}`),
    ),
    shape(
      'text',
      { x: CARD.left, y: 20, 'font-size': CARD.label, 'font-weight': 700, fill: Data.paint.ink },
      label,
    ),
    shape('text', { x: CARD.left, y: 37, 'font-size': CARD.line, fill: Data.paint.faint }, line),
    warned ? warningSign(box.w - 24, 8) : null,
    lag
      ? shape(
          'text',
          { class: 'lag', x: box.w, y: -5, 'font-size': 11.5, 'text-anchor': 'end', fill: Data.paint.down },
          lag,
        )
      : null,
  );
}

/* A triangle with an exclamation mark, drawn because not every font has one. */
function warningSign(x, y) {
  return shape(
    'g',
    { class: 'conflict', transform: `translate(${x} ${y})` },
    shape('path', {
      d: 'M7 1L14 13H0Z',
      fill: '#FFE9B0',
      stroke: Data.paint.warn,
      'stroke-width': 1.4,
      'stroke-linejoin': 'round',
    }),
    shape('path', { d: 'M7 5V9M7 10.6V11.8', stroke: Data.paint.warn, 'stroke-width': 1.6 }),
  );
}

/* Shows what a card is to the chosen document; the frame grows so that colour is not all. */
function markCard(group, node, role, dim) {
  const box = group.querySelector('.box');
  const [colour] = Data.paint.sector[node.sector || 'unknown'];
  box.setAttribute('stroke', role ? Data.paint[role] : colour);
  box.setAttribute('stroke-width', role === 'chosen' ? 3.4 : role ? 2.4 : 1.4);
  group.setAttribute('opacity', dim ? 0.35 : 1);
  group.setAttribute('tabindex', role === 'chosen' ? 0 : -1);
  group.setAttribute('aria-pressed', String(role === 'chosen'));
}

/* Enter and the space bar press what is no button of its own. */
function pressed(event, press) {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.stopPropagation();
  press();
}
