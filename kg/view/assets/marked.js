"use strict";
const marks = JSON.parse(document.getElementById("marks").textContent);
const text = document.getElementById("text");
const panel = document.getElementById("panel");
const places = [...text.querySelectorAll("mark")];

function element(tag, kind, words) {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  if (words !== undefined) made.textContent = words;
  return made;
}

function numbers(place) {
  return place.dataset.marks.split(" ").map(Number);
}

function light(wanted) {
  for (const place of places) place.classList.toggle("of", numbers(place).some((number) => wanted.has(number)));
}

function card(number) {
  const told = marks[number];
  const made = element("div", "fact");
  made.append(element("div", "says", told.says));
  if (told.details.length) {
    const list = element("dl");
    for (const [name, value] of told.details) list.append(element("dt", "", name), element("dd", "", value));
    made.append(list);
  }
  made.append(element("blockquote", "", told.quote));
  made.append(element("div", "rule", `${told.rule} · ${told.confidence} · ${told.place}`));
  made.addEventListener("mouseenter", () => light(new Set([number])));
  return made;
}

function show(place) {
  for (const other of places) other.classList.toggle("at", other === place);
  const wanted = numbers(place);
  light(new Set(wanted));
  panel.replaceChildren(element("h3", "", `${wanted.length} 条陈述 statements`), ...wanted.map(card));
  panel.scrollTop = 0;
}

function step(by) {
  const at = places.findIndex((place) => place.classList.contains("at"));
  const next = places[Math.min(Math.max(at + by, 0), places.length - 1)];
  if (!next) return;
  show(next);
  next.scrollIntoView({ block: "center" });
}

for (const place of places) {
  place.addEventListener("click", () => show(place));
  place.addEventListener("keydown", (event) => { if (event.key === "Enter") show(place); });
}
document.getElementById("before").addEventListener("click", () => step(-1));
document.getElementById("after").addEventListener("click", () => step(1));
document.addEventListener("keydown", (event) => {
  if (event.key === "n") step(1);
  if (event.key === "p") step(-1);
});
document.getElementById("quiet").addEventListener("click", (event) => {
  const plain = text.classList.toggle("plain");
  event.currentTarget.setAttribute("aria-pressed", String(!plain));
});
