/* Days as numbers from 1 January 1970, and how dates and the time between them are written. */
const DAY = 864e5;

function isoDay(number) {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

function yearOf(number) {
  return number === null ? null : new Date(number * DAY).getUTCFullYear();
}

function turned(iso) {
  return iso.split('-').reverse().join('/');
}

/* As viz/card.py writes it: ≈ and both bounds where the date is not known. */
function writtenDay(node) {
  const { date, date_not_before: first, date_not_after: last, period } = node.fields;
  if (date) return turned(date);
  const month = (iso) => (iso ? turned(iso.split('-').slice(0, 2).join('-')) : '');
  if (first || last)
    return month(first) === month(last) ? `≈ ${month(first)}` : `≈ ${month(first)}–${month(last)}`;
  return period ? `≈ ${period}` : '?';
}

/* Days between two documents; null where one of the dates is unknown or only an estimate. */
function lagDays(above, below) {
  const known = [above, below].every((node) => node.day !== null && !node.about);
  return known ? below.day - above.day : null;
}

/* "+167 ngày" */
function lagText(above, below) {
  const days = lagDays(above, below);
  if (days === null) return '';
  return `${days < 0 ? '−' : '+'}${count(Math.abs(days))} ${t(Math.abs(days) === 1 ? 'day' : 'days')}`;
}
