/* A story: saved views with a remark each, all of it in the address, so that a link is enough. */
function readStory(text) {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
      letter.charCodeAt(0),
    );
    const steps = JSON.parse(new TextDecoder().decode(bytes));
    const right = (step) =>
      Array.isArray(step) && step.length === 2 && step.every((each) => typeof each === 'string');
    return Array.isArray(steps) && steps.length < 100 && steps.every(right) ? steps : [];
  } catch {
    return [];
  }
}

function writtenStory(steps) {
  let letters = '';
  for (const byte of new TextEncoder().encode(JSON.stringify(steps))) letters += String.fromCharCode(byte);
  return btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function storySteps() {
  return State.story ? readStory(State.story) : [];
}

/* The view as it is kept in a step: without the story itself. */
function viewAddress() {
  return addressOf({ ...State, story: '', step: '' }).slice(1);
}

function addStep() {
  const steps = [...storySteps(), [viewAddress(), viewTitle()]];
  go({ story: writtenStory(steps), step: String(steps.length) });
}

function viewTitle() {
  const node = chosenNode();
  return [node ? node.name : '', t(`lens.${State.lens}`)].filter(Boolean).join(' – ');
}

function goStep(number) {
  const steps = storySteps();
  if (!steps.length) return;
  const at = Math.max(1, Math.min(steps.length, number));
  const view = { ...DEFAULTS };
  for (const [key, value] of new URLSearchParams(steps[at - 1][0])) {
    if (Object.hasOwn(ALLOWED, key) && key !== 'story' && value && ALLOWED[key](value)) view[key] = value;
  }
  go({ ...view, language: State.language, story: State.story, step: String(at) });
}

function changeStep(change) {
  const steps = storySteps();
  const at = Number(State.step || 1) - 1;
  change(steps, at);
  go(
    {
      story: steps.length ? writtenStory(steps) : '',
      step: steps.length ? String(Math.min(at + 1, steps.length)) : '',
    },
    true,
  );
}

function drawStory() {
  const steps = storySteps();
  let bar = byId('story');
  if (!steps.length) {
    if (bar) bar.remove();
    return;
  }
  if (!bar) {
    bar = element('section', { id: 'story' });
    byId('main').append(bar);
  }
  const at = Math.max(1, Math.min(steps.length, Number(State.step || 1)));
  const remark = element('input', {
    type: 'text',
    value: steps[at - 1][1],
    'aria-label': t('story.remark'),
    change: (event) =>
      changeStep((all, i) => {
        all[i][1] = event.target.value;
      }),
  });
  bar.setAttribute('aria-label', t('story'));
  bar.replaceChildren(
    button('‹', () => goStep(at - 1), { 'aria-label': t('story.back'), disabled: at === 1 }),
    element('span', { class: 'count' }, `${at} / ${steps.length}`),
    button('›', () => goStep(at + 1), { 'aria-label': t('story.next'), disabled: at === steps.length }),
    remark,
    button(
      t('story.update'),
      () =>
        changeStep((all, i) => {
          all[i][0] = viewAddress();
        }),
      { class: 'quiet' },
    ),
    button(t('story.remove'), () => changeStep((all, i) => all.splice(i, 1)), { class: 'quiet' }),
    button(t('story.link'), () => copyText(location.href), { class: 'quiet' }),
    button(t('story.end'), () => go({ story: '', step: '' }), { class: 'quiet' }),
  );
}
