"use strict";
// Everything shown comes from documents that strangers wrote: it goes into the page as text, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const drawing = document.getElementById("drawing");
const svg = drawing.querySelector("svg");
const details = document.getElementById("details");
const filter = document.getElementById("filter");
let chosen = null;

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined && text !== null) made.textContent = text;
  if (className) made.className = className;
  return made;
}

// As a person types without an input method: no marks, lower case.
function fold(text) {
  return (text || "").normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

const searchable = new Map(data.nodes.map((node) => [node.id, fold([node.label, node.issuer, node.title, node.type,
  ...node.tasks.map((task) => task.text), ...node.targets.map((target) => target.text)].join(" "))]));

function fits(id) {
  return fold(filter.value).split(/\s+/).every((word) => searchable.get(id).includes(word));
}

function pageText(page) {
  return page === null ? "" : words.page.replace("{}", page);
}

function documentButton(id, before) {
  const node = nodes.get(id);
  const item = element("li");
  const button = element("button");
  button.type = "button";
  if (before) button.append(element("span", before + " ", "soft"));
  button.append(element("strong", node.label));
  for (const part of [node.issuer, node.title === node.label ? null : node.title]) {
    if (part) button.append(element("div", part, "soft"));
  }
  button.addEventListener("click", () => choose(id));
  item.append(button);
  return item;
}

function section(title, items) {
  if (items.length === 0) return;
  details.append(element("h2", title + " (" + items.length + ")"));
  const list = element("ul");
  list.append(...items);
  details.append(list);
}

function rowItem(text, notes) {
  const item = element("li", text);
  const known = notes.filter((note) => note);
  if (known.length > 0) item.append(element("div", known.join(" · "), "soft"));
  return item;
}

function showAll() {
  details.replaceChildren();
  const shown = data.nodes.filter((node) => fits(node.id));
  section(words.documents, shown.map((node) => documentButton(node.id)));
  if (shown.length === 0) details.append(element("p", words.none, "soft"));
}

function showOne(node) {
  details.replaceChildren();
  const back = element("button", "← " + words.back);
  back.type = "button";
  back.addEventListener("click", () => choose(null));
  details.append(back, element("h1", node.label));
  if (!node.here) details.append(element("p", words.missing, "soft"));
  if (node.title && node.title !== node.label) details.append(element("p", node.title));
  const head = element("dl");
  for (const [name, value] of [[words.type, node.type], [words.date, node.date], [words.issuer, node.issuer],
                               [words.file, node.path]]) {
    if (value) head.append(element("dt", name), element("dd", value));
  }
  details.append(head);
  section(words.cites, data.edges.filter((edge) => edge.from === node.id)
    .map((edge) => documentButton(edge.to, words[edge.relation])));
  section(words.citedBy, data.edges.filter((edge) => edge.to === node.id)
    .map((edge) => documentButton(edge.from, words[edge.relation])));
  section(words.tasks, node.tasks.map((task) => rowItem(task.text,
    [task.lead.join("; "), task.due && words.due + " " + task.due, pageText(task.page)])));
  section(words.targets, node.targets.map((target) => rowItem(target.text,
    [target.goal, target.by, pageText(target.page)])));
}

function dim() {
  const near = new Set(chosen ? [chosen] : []);
  for (const edge of data.edges) {
    const touches = chosen && (edge.from === chosen || edge.to === chosen);
    if (touches) near.add(edge.from).add(edge.to);
    const shape = document.getElementById(edge.id);
    if (shape) shape.classList.toggle("dim", chosen ? !touches : !(fits(edge.from) && fits(edge.to)));
  }
  for (const id of nodes.keys()) {
    const shape = document.getElementById(id);
    if (!shape) continue;
    shape.classList.toggle("dim", chosen ? !near.has(id) : !fits(id));
    shape.classList.toggle("chosen", id === chosen);
    shape.setAttribute("aria-pressed", String(id === chosen));
  }
}

function choose(id) {
  chosen = id;
  if (id) showOne(nodes.get(id)); else showAll();
  details.scrollTop = 0;
  dim();
}

// The drawing is moved and scaled by its view box.
const whole = svg.viewBox.baseVal;
const home = {x: whole.x, y: whole.y, width: whole.width, height: whole.height};
svg.removeAttribute("width");
svg.removeAttribute("height");

function zoom(factor, x, y) {
  const width = Math.min(Math.max(whole.width * factor, home.width / 60), home.width * 3);
  const scale = width / whole.width;
  whole.x += (whole.width - whole.width * scale) * x;
  whole.y += (whole.height - whole.height * scale) * y;
  whole.width *= scale;
  whole.height *= scale;
}

function showWhole() {
  Object.assign(whole, home);
}

// A drawing too large for its letters to be read is opened at their size, around a document.
function showReadable(id) {
  const box = drawing.getBoundingClientRect();
  const perPixel = 0.8;  // 10 pt letters are then about 12 pixels high
  showWhole();
  if (Math.max(home.width / box.width, home.height / box.height) <= perPixel) return;
  const shape = document.getElementById(id);
  if (!shape) return;
  const matrix = svg.getScreenCTM().inverse().multiply(shape.getScreenCTM());
  const own = shape.getBBox();
  const middle = new DOMPoint(own.x + own.width / 2, own.y + own.height / 2).matrixTransform(matrix);
  const width = box.width * perPixel;
  const height = box.height * perPixel;
  // As much of the drawing as there is room for: the root of a tree stands at its top.
  const inside = (at, begin, length, size) => size >= length ? begin + (length - size) / 2
    : Math.min(Math.max(at - size / 2, begin), begin + length - size);
  Object.assign(whole, {x: inside(middle.x, home.x, home.width, width), y: inside(middle.y, home.y, home.height, height),
                        width, height});
}

// Where there is no root: what most documents name.
function mostNamed() {
  const named = new Map();
  for (const edge of data.edges) named.set(edge.to, (named.get(edge.to) || 0) + 1);
  let best = null;
  for (const [id, count] of named) if (best === null || count > named.get(best)) best = id;
  return best;
}

function showLegend() {
  const legend = document.getElementById("legend");
  legend.setAttribute("role", "note");
  legend.setAttribute("aria-label", words.legend);
  const add = (mark, text) => {
    const row = element("div");
    row.append(mark, text);
    legend.append(row);
  };
  for (const level of ["central", "province", "commune", "unknown"]) {
    if (!data.nodes.some((node) => node.level === level)) continue;
    const box = element("i", "", "box");
    box.style.background = "var(--" + level + ")";
    add(box, words[level]);
  }
  if (data.nodes.some((node) => !node.here)) add(element("i", "", "box missing"), words.dashed);
  const lines = new Map();  // one row for each colour and line
  for (const edge of data.edges) {
    const path = document.querySelector("#" + CSS.escape(edge.id) + " path");
    if (!path) continue;
    const dash = path.getAttribute("stroke-dasharray");
    const style = !dash ? "solid" : dash.startsWith("1,") ? "dotted" : "dashed";
    const key = path.getAttribute("stroke") + " " + style;
    if (!lines.has(key)) lines.set(key, new Set());
    lines.get(key).add(words[edge.relation]);
  }
  for (const [key, names] of lines) {
    const [color, style] = key.split(" ");
    const line = element("i", "", "line " + style);
    line.style.borderColor = color;
    add(line, [...names].join(", "));
  }
}

drawing.addEventListener("wheel", (event) => {
  event.preventDefault();
  const box = drawing.getBoundingClientRect();
  zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
}, {passive: false});

let drag = null;
svg.addEventListener("pointerdown", (event) => {
  drag = {x: event.clientX, y: event.clientY, moved: false, pointer: event.pointerId};
});
svg.addEventListener("pointermove", (event) => {
  if (!drag) return;
  const box = drawing.getBoundingClientRect();
  const perPixel = Math.max(whole.width / box.width, whole.height / box.height);
  const dx = event.clientX - drag.x;
  const dy = event.clientY - drag.y;
  if (!drag.moved && Math.hypot(dx, dy) < 4) return;
  if (!drag.moved) svg.setPointerCapture(drag.pointer);
  drag = {...drag, x: event.clientX, y: event.clientY, moved: true};
  drawing.classList.add("dragging");
  whole.x -= dx * perPixel;
  whole.y -= dy * perPixel;
});
for (const name of ["pointerup", "pointercancel"]) {
  svg.addEventListener(name, (event) => {
    const moved = drag && drag.moved;
    drag = null;
    drawing.classList.remove("dragging");
    if (moved || name === "pointercancel") return;
    const shape = event.target.closest(".node");
    if (shape) choose(shape.id); else if (chosen) choose(null);
  });
}

for (const node of data.nodes) {
  const shape = document.getElementById(node.id);
  if (!shape) continue;
  shape.setAttribute("tabindex", "0");
  shape.setAttribute("role", "button");
  shape.setAttribute("aria-label", [node.label, node.issuer, node.title].filter(Boolean).join(", "));
  shape.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose(node.id);
    details.focus();
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") choose(null);
  if (event.target === filter || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "+") zoom(1 / 1.25, 0.5, 0.5);
  if (event.key === "-") zoom(1.25, 0.5, 0.5);
  if (event.key === "0") showWhole();
  if (event.key === "/") { event.preventDefault(); filter.focus(); }
});
for (const [id, title, action] of [["in", words.zoomIn, () => zoom(1 / 1.25, 0.5, 0.5)],
                                   ["out", words.zoomOut, () => zoom(1.25, 0.5, 0.5)],
                                   ["all", words.whole, showWhole]]) {
  const button = document.getElementById(id);
  button.title = title;
  button.setAttribute("aria-label", title);
  button.addEventListener("click", action);
}
svg.setAttribute("role", "group");
svg.setAttribute("aria-label", words.graph);
filter.placeholder = words.filter;
filter.setAttribute("aria-label", words.filter);
filter.addEventListener("input", () => choose(null));
showLegend();
choose(data.roots.length === 1 ? data.roots[0] : null);
showReadable(data.roots[0] || mostNamed());
