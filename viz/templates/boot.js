'use strict';
/* The first script of the page, the only one in plain text: unpacks look and code and starts them. */
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;.=>?@^_`{|}~';

/* Base 85 as Python writes it: five letters for four bytes; a full stop stands for "<". */
function bytesOf(text) {
  const value = new Uint8Array(128);
  for (let i = 0; i < 85; i += 1) value[LETTERS.charCodeAt(i)] = i;
  const groups = Math.ceil(text.length / 5);
  const bytes = new Uint8Array(groups * 4);
  for (let group = 0; group < groups; group += 1) {
    let number = 0;
    for (let i = group * 5; i < group * 5 + 5; i += 1)
      number = number * 85 + (i < text.length ? value[text.charCodeAt(i)] : 84);
    for (let i = 0; i < 4; i += 1) bytes[group * 4 + i] = number >>> (24 - 8 * i);
  }
  return bytes.subarray(0, bytes.length - (groups * 5 - text.length));
}

async function unpacked(text) {
  const stream = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}

/* The policy of the page names each script by its hash; text that was changed does not run. */
async function run(tag, holder) {
  const node = document.createElement(tag);
  node.textContent = await unpacked(document.getElementById(holder).textContent);
  document.head.append(node);
}

function tellBroken(reason) {
  const box = document.getElementById('empty');
  document.body.style.visibility = 'visible';
  box.hidden = false;
  box.textContent = box.dataset.broken;
  throw reason;
}

run('style', 'look')
  .then(() => run('script', 'code'))
  .then(() => {
    if (typeof start !== 'function') throw new Error('the code of this page is not the one it was written with');
  })
  .catch(tellBroken);
