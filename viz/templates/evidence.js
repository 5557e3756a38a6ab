/* The sentences behind an edge, where they stand, and how to cite them. */
function quoteBlock(evidence) {
  return element(
    'figure',
    { class: 'quote' },
    element('blockquote', { lang: 'vi' }, evidence.quote.replace(/\s+/g, ' ').trim()),
    element(
      'figcaption',
      {},
      sourceText(evidence),
      button(t('copy'), () => copyText(citation(evidence)), { class: 'quiet', title: t('copy.citation') }),
    ),
  );
}

function sourceText({ document, file, page, line }) {
  const where = `${file} · ${t('page')} ${page} · ${t('line')} ${line}`;
  return document ? `${document.name} · ${where}` : where;
}

function citation(evidence) {
  const { document, file, page, line, quote } = evidence;
  const name = document
    ? [document.name, writtenDay(document), document.issuer && document.issuer.name].filter(Boolean).join(', ')
    : file;
  return `“${quote.replace(/\s+/g, ' ').trim()}” (${name}; ${file}, ${t('page')} ${page}, ${t('line')} ${line})`;
}

/* The first quotes of an edge; the rest come when they are asked for. */
function quotes(edge, most = 2) {
  const all = evidenceOf(edge);
  const shown = all.slice(0, most).map(quoteBlock);
  if (all.length <= most) return shown;
  const more = button(
    t('evidence.more', { n: count(all.length - most) }),
    () => more.replaceWith(...all.slice(most).map(quoteBlock)),
    { class: 'quiet' },
  );
  return [...shown, more];
}

/* What an edge says beyond its relation: role, purpose, due dates; ids become links. */
function attributeText(edge) {
  if (!edge.attributes) return null;
  const parts = [];
  for (const [key, value] of Object.entries(edge.attributes)) {
    if (key === 'cue' || typeof value === 'boolean' || !hasWord(`attribute.${key}`)) continue;
    for (const each of [].concat(value)) {
      const node = ById.get(String(each));
      if (node) parts.push([`${t(`attribute.${key}`)}: `, nodeLink(node)]);
      else
        parts.push([
          `${t(`attribute.${key}`)}: ${hasWord(`value.${each}`) ? t(`value.${each}`) : dueText(String(each))}`,
        ]);
    }
  }
  return parts.length
    ? element(
        'div',
        { class: 'attributes' },
        parts.map((part, i) => [i ? ' · ' : '', part]),
      )
    : null;
}

function nodeLink(node) {
  return element(
    'span',
    { class: 'node' },
    badge(node),
    button(node.name, () => select(node, { lens: lensFor(node) }), {
      class: `link${isDocument(node) && !node.fields.held ? ' cited' : ''}${node.kind === 'Task' ? ' short' : ''}`,
      title: node.kind === 'Task' ? node.name : null,
    }),
  );
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = element('textarea', { class: 'unseen' });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
  say(t('copied'));
  flash(t('copied'));
}

/* A short message that goes away by itself. */
function flash(text) {
  const note = element('div', { class: 'flash' }, text);
  document.body.append(note);
  setTimeout(() => note.remove(), 1800);
}
