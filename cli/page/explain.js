"use strict";
// Everything shown comes from a document that strangers wrote: it goes into the page as text, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const values = data.values;
const pages = document.getElementById("pages");
const list = document.getElementById("values");
const filter = document.getElementById("filter");
const marks = values.map(() => []);  // of each value its marks on the pages
const buttons = [];
let chosen = -1;

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined && text !== null) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function drawn(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// As a person types without an input method: no marks, lower case.
function fold(text) {
  return (text || "").normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

function kindOf(value) {
  return value.path.match(/^[a-z]+/)[0];
}

// Values of the same words lie on each other: a click takes the next of them.
function chooseAmong(candidates) {
  const at = candidates.indexOf(chosen);
  choose(candidates[(at + 1) % candidates.length], false);
}

function choose(index, scroll) {
  for (const mark of marks[chosen] || []) mark.classList.remove("chosen");
  if (buttons[chosen]) buttons[chosen].classList.remove("chosen");
  chosen = index;
  if (index < 0) return;
  for (const mark of marks[index]) mark.classList.add("chosen");
  buttons[index].classList.add("chosen");
  if (scroll && marks[index].length > 0) marks[index][0].scrollIntoView({ block: "center" });
  if (!scroll) {
    if (buttons[index].parentElement.hidden) {
      filter.value = "";
      applyFilter();
    }
    buttons[index].scrollIntoView({ block: "center" });
    buttons[index].focus({ preventScroll: true });
  }
}

function drawBoxes(page, svg) {
  const boxes = [];
  values.forEach((value, index) => {
    for (const [number, x0, y0, x1, y1] of value.boxes || []) {
      if (number === page.number) boxes.push({ index, x: x0, y: y0, width: x1 - x0, height: y1 - y0 });
    }
  });
  boxes.sort((a, b) => b.width * b.height - a.width * a.height);  // small ones above large ones
  for (const box of boxes) {
    const rect = drawn("rect", { x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2, rx: 1.5 });
    rect.classList.add(kindOf(values[box.index]));
    const title = drawn("title", {});
    title.textContent = values[box.index].path + ": " + values[box.index].value;
    rect.append(title);
    rect.addEventListener("click", (event) => {
      const point = { x: event.clientX, y: event.clientY };
      const under = document.elementsFromPoint(point.x, point.y).filter((found) => found.tagName === "rect");
      chooseAmong([...new Set(under.map((found) => Number(found.dataset.index)))]);
    });
    rect.dataset.index = box.index;
    marks[box.index].push(rect);
    svg.append(rect);
  }
}

// The text in pieces, cut wherever a span begins or ends; a piece belongs to all values whose spans hold it.
function drawText(page, pre) {
  const letters = Array.from(page.text);
  const spans = [];
  values.forEach((value, index) => {
    for (const [number, start, end] of value.spans || []) {
      if (number === page.number && start < end) spans.push({ index, start, end });
    }
  });
  const cuts = [...new Set([0, letters.length, ...spans.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  const opening = new Map();
  for (const span of spans) {
    if (!opening.has(span.start)) opening.set(span.start, []);
    opening.get(span.start).push(span);
  }
  let open = [];
  for (let i = 0; i + 1 < cuts.length; ++i) {
    open = open.filter((span) => span.end > cuts[i]).concat(opening.get(cuts[i]) || []);
    const text = letters.slice(cuts[i], cuts[i + 1]).join("");
    if (open.length === 0) {
      pre.append(text);
      continue;
    }
    const inner = [...open].sort((a, b) => (a.end - a.start) - (b.end - b.start));
    const own = [...new Set(inner.map((span) => span.index))];
    const mark = element("mark", text, kindOf(values[own[0]]));
    mark.title = own.map((index) => values[index].path + ": " + values[index].value).join("\n");
    mark.addEventListener("click", () => chooseAmong(own));
    for (const index of own) marks[index].push(mark);
    pre.append(mark);
  }
}

function drawPage(page) {
  const box = element("div", null, "page");
  box.id = "page" + page.number;
  if (page.image) {
    const image = element("img");
    image.src = page.image;
    image.alt = words.page.replace("{}", page.number);
    const svg = drawn("svg", { viewBox: "0 0 " + page.width + " " + page.height, preserveAspectRatio: "none" });
    drawBoxes(page, svg);
    box.append(image, svg);
  } else {
    const pre = element("pre");
    drawText(page, pre);
    box.append(pre);
  }
  box.append(element("div", words.page.replace("{}", page.number), "number"));
  pages.append(box);
}

function drawValue(value, index, items) {
  const item = element("li", null, kindOf(value));
  const button = element("button");
  button.type = "button";
  button.append(element("span", value.path, "path"), element("span", value.value));
  if (value.words === undefined) {
    button.append(element("span", words.silent, "path"));
    button.disabled = true;
  } else {
    button.append(element("span", "“" + value.words + "”", "more"));
    const place = words.page.replace("{}", [...new Set(value.spans.map((span) => span[0]))].join(", "));
    button.append(element("span", [place, value.rule, value.file, value.confidence, value.doubt].filter(Boolean).join(" · "), "more"));
  }
  button.addEventListener("click", () => choose(index, true));
  buttons[index] = button;
  item.append(button);
  items.append(item);
}

function applyFilter() {
  const typed = fold(filter.value).split(/\s+/);
  values.forEach((value, index) => {
    const text = fold(value.path + " " + value.value);
    buttons[index].parentElement.hidden = !typed.every((word) => text.includes(word));
  });
  for (const items of list.querySelectorAll("ul")) {
    const empty = [...items.children].every((item) => item.hidden);
    items.hidden = empty;
    items.previousElementSibling.hidden = empty;
  }
}

filter.placeholder = words.filter;
filter.setAttribute("aria-label", words.filter);
filter.addEventListener("input", applyFilter);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") choose(-1, true);
});
for (const page of data.pages) drawPage(page);
for (const kind of ["document", "citations", "relations", "tasks", "targets"]) {
  if (!values.some((value) => kindOf(value) === kind)) continue;
  list.append(element("h2", words[kind], kind));
  const items = element("ul");
  list.append(items);
  values.forEach((value, index) => {
    if (kindOf(value) === kind) drawValue(value, index, items);
  });
}
if (values.length === 0) list.append(element("p", words.none));
