/* How wide words are in Noto Sans, from the same table as Python, so that both lay out alike. */
const UNKNOWN_LETTER = [600, 640];
let letterWidths = null;

function textWidth(text, size, bold) {
  if (!letterWidths) {
    letterWidths = new Map();
    const { letters, regular, bold: heavy } = Data.letters;
    [...letters].forEach((letter, i) => letterWidths.set(letter, [regular[i], heavy[i]]));
  }
  let units = 0;
  for (const letter of text.normalize('NFC'))
    units += (letterWidths.get(letter) || UNKNOWN_LETTER)[bold ? 1 : 0];
  return Math.ceil((units * size) / 1000);
}

function clipped(text, size, room, bold) {
  if (textWidth(text, size, bold) <= room) return text;
  const letters = [...text];
  while (letters.length && textWidth(`${letters.join('')}…`, size, bold) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/* Text in at most *most* lines of *room* pixels, the last one cut. */
function wrapped(text, size, room, most, bold) {
  const lines = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, size, bold) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = lines.slice(most - 1).join(' ');
  return kept.map((each) => clipped(each, size, room, bold));
}
