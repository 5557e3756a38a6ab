'use strict';
/* Elements from a name, attributes and children. A string becomes a text node, never markup. */
const SVG = 'http://www.w3.org/2000/svg';

function element(tag, attributes, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

function shape(tag, attributes, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/* A function is listened with; null, undefined and false are left out. */
function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') node.addEventListener(name, value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === '') continue;
    node.append(child.nodeType ? child : document.createTextNode(String(child)));
  }
  return node;
}

function byId(id) {
  return document.getElementById(id);
}

function button(text, press, attributes) {
  return element('button', { type: 'button', click: press, ...attributes }, text);
}

/* Tells people who listen to the page what happened. */
function say(text) {
  byId('live').textContent = text;
}
