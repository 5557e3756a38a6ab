/* What is claimed of a node itself: value, how often it and others say so, and the sentences. */
function claimsOf(node, field) {
  const rows = (Data.claims[node.i] || []).filter((row) => row[0] === field);
  return rows.map(([, value, own, cited, sentences]) => ({
    value,
    own,
    cited,
    sentences: sentences.map(passage),
  }));
}

/* Both dates of a document that bears two, each with the sentences that say so. */
function conflictBox(node) {
  if (!isDocument(node) || !node.fields.date_conflict) return null;
  const claims = claimsOf(node, 'date');
  const used = claims.find((claim) => claim.value === node.fields.date);
  return element(
    'div',
    { class: 'warning' },
    element('strong', {}, `⚠ ${t('conflict')}`),
    element(
      'p',
      {},
      t('conflict.why', { date: turned(node.fields.date || '?') }),
      ' ',
      used ? t(used.own ? 'conflict.own' : 'conflict.cited') : '',
    ),
    claims.map((claim) =>
      element(
        'div',
        { class: 'witness', 'data-date': claim.value },
        element('b', {}, turned(claim.value)),
        ' – ',
        [
          claim.own ? t('conflict.letterhead') : '',
          claim.cited ? t('conflict.times', { n: count(claim.cited) }) : '',
        ]
          .filter(Boolean)
          .join('; '),
        claim.sentences.slice(0, 2).map(quoteBlock),
      ),
    ),
  );
}

/* A mark that opens the sentence behind a fact. */
function factQuote(node, ...fields) {
  const sentences = fields
    .flatMap((field) => claimsOf(node, field))
    .flatMap((claim) => claim.sentences)
    .slice(0, 3);
  if (!sentences.length) return null;
  return element(
    'details',
    { class: 'why' },
    element('summary', { 'aria-label': t('fact.why') }, '“…”'),
    sentences.map(quoteBlock),
  );
}
