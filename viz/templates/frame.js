/* What surrounds the lenses: tabs, actions, filters, zoom, status. */
function drawFrame() {
  document.documentElement.lang = State.language;
  byId('search').setAttribute('placeholder', t('search.hint'));
  byId('search').setAttribute('aria-label', t('search'));
  byId('found').setAttribute('aria-label', t('search'));
  byId('title').textContent = pageTitle();
  document.title = pageTitle();
  drawTabs();
  drawActions();
  drawFilters();
  drawZoom();
  drawStatus();
}

function drawTabs() {
  const tabs = byId('lenses');
  tabs.setAttribute('aria-label', t('lenses'));
  tabs.replaceChildren(
    ...LENSES.map((lens) =>
      button(t(`lens.${lens.name}`), () => go({ lens: lens.name }), {
        role: 'tab',
        id: `tab-${lens.name}`,
        'aria-selected': String(State.lens === lens.name),
        'aria-controls': 'lens',
        tabindex: State.lens === lens.name ? 0 : -1,
        title: t(`lens.${lens.name}.hint`),
        keydown: walkTabs,
      }),
    ),
  );
  byId('lens').setAttribute('aria-labelledby', `tab-${State.lens}`);
}

function walkTabs(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const at = LENSES.findIndex((lens) => lens.name === State.lens);
  go({ lens: LENSES[(at + step + LENSES.length) % LENSES.length].name });
  byId(`tab-${State.lens}`).focus();
}

function drawActions() {
  const active = activeFilters().length;
  byId('actions').replaceChildren(
    button(t('filters') + (active ? ` (${active})` : ''), toggleFilters, {
      'aria-expanded': String(!byId('filters').hidden),
      'aria-controls': 'filters',
      id: 'open-filters',
      class: active ? 'on' : null,
    }),
    button(t('table'), () => go({ table: State.table ? '' : '1' }), {
      'aria-pressed': String(Boolean(State.table)),
      id: 'open-table',
    }),
    keepMenu(),
    button(
      State.language === 'vi' ? 'EN' : 'VI',
      () => go({ language: State.language === 'vi' ? 'en' : 'vi' }),
      { id: 'language', 'aria-label': t('language'), title: t('language') },
    ),
    button('?', showHelp, { 'aria-label': t('help'), title: t('help') }),
    button(panelSign(), togglePanel, {
      id: 'open-panel',
      'aria-label': t('panel.toggle'),
      'aria-expanded': String(!document.body.classList.contains('wide')),
      'aria-controls': 'panel',
      title: t('panel.toggle'),
    }),
  );
}

/* Whatever is taken away from the page: pictures, paper, a link, a step of a story. */
function keepMenu() {
  const menu = element('details', { class: 'menu', id: 'keep' }, element('summary', {}, t('keep')));
  const entry = (key, act, id) =>
    button(
      t(key),
      () => {
        menu.open = false;
        act();
      },
      { id },
    );
  menu.append(
    element(
      'div',
      { class: 'entries' },
      entry('link', () => copyText(location.href), 'keep-link'),
      entry('save.png', savePng, 'keep-png'),
      entry('save.svg', savePicture, 'keep-svg'),
      entry('print', () => print(), 'keep-print'),
      entry('story.add', addStep, 'keep-step'),
    ),
  );
  menu.addEventListener('focusout', (event) => {
    if (!menu.contains(event.relatedTarget)) menu.open = false;
  });
  return menu;
}

function panelSign() {
  return shape(
    'svg',
    { width: 16, height: 14, viewBox: '0 0 16 14', 'aria-hidden': 'true' },
    shape('rect', { x: 0.75, y: 0.75, width: 14.5, height: 12.5, rx: 2, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 }),
    shape('rect', { x: 10, y: 1, width: 5, height: 12, fill: 'currentColor' }),
  );
}

/* The panel gives its room to the drawing, and comes back with the next thing chosen. */
function togglePanel() {
  showPanel(document.body.classList.contains('wide'));
  byId('open-panel').focus();
}

function showPanel(open) {
  if (document.body.classList.contains('wide') !== open) return;
  document.body.classList.toggle('wide', !open);
  drawActions();
  const lens = lensNow();
  if (State.table) return;
  if (lens.resize) lens.resize();
  else if (lens.fit) lens.fit();
}

function toggleFilters() {
  byId('filters').hidden = !byId('filters').hidden;
  drawActions();
  if (!byId('filters').hidden) byId('filter-type').focus();
}

function drawZoom() {
  const useful = !State.table && Boolean(lensNow().zoom);
  byId('zoom').replaceChildren(
    ...(useful
      ? [
          button('+', () => zoomBy(1.25), { 'aria-label': t('zoom.in') }),
          button('−', () => zoomBy(0.8), { 'aria-label': t('zoom.out') }),
          button('⤢', fitLens, { 'aria-label': t('zoom.fit') }),
        ]
      : []),
  );
}

function zoomBy(factor) {
  const lens = lensNow();
  if (lens.zoom && !State.table) lens.zoom(factor);
}

function fitLens() {
  const lens = lensNow();
  if (lens.fit && !State.table) lens.fit();
}

function drawStatus() {
  const chain = State.chain ? ById.get(State.chain) : null;
  const shown = lensNow().edges().length;
  byId('status').replaceChildren(
    ...[
      element('span', {}, t(shown === 1 ? 'status.shown.one' : 'status.shown', { n: count(shown) })),
      chain
        ? element(
            'span',
            { class: 'chip' },
            `${t('chain.of')} ${chain.name} `,
            button('×', () => go({ chain: '' }), { class: 'quiet', 'aria-label': t('chain.all') }),
          )
        : null,
      ...activeFilters().map((key) =>
        element(
          'span',
          { class: 'chip' },
          `${t(`filter.${key}`)}: ${filterValue(key)} `,
          button('×', () => go({ [key]: '' }), { class: 'quiet', 'aria-label': t('filter.clear') }),
        ),
      ),
      element('span', { class: 'note' }, t('status.note')),
    ].filter(Boolean),
  );
}
