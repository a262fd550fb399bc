"use strict";
// Nothing here writes HTML: what documents say goes into the page as text.
const page = JSON.parse(document.getElementById("page").textContent);
const byId = (id) => document.getElementById(id);
const UI = {
  zh: { search: "查找名称或别名", fit: "全图", laying: "正在布局", hint: "点一个节点或一条线，看它的事实和文献原文；点图例，隐藏一类。", rowHint: "点表中一行，看它的依据；点一个节点或一条线，看它的事实和文献原文；点图例，隐藏一类。", aliases: "又名", facts: "事实", words: "原文", named: "提到它的原文", page: "第 {} 页", confidence: "置信度", rule: "规则", rows: "{} 行", none: "没有找到符合的事实。", capped: "共 {} 个节点，只画出关系最多的 {} 个。", more: "另有 {} 条", row: "这一行的依据", yes: "是", no: "否", undrawn: "这一行的依据不在图中（图只画出关系最多的部分）。" },
  en: { search: "Find a name or alias", fit: "Fit", laying: "Laying out", hint: "Click a node or a line for its facts and the words of the documents; click the legend to hide a kind.", rowHint: "Click a row for what supports it, a node or a line for its facts and the words of the documents; click the legend to hide a kind.", aliases: "Also", facts: "Facts", words: "The words", named: "Where it is named", page: "page {}", confidence: "confidence", rule: "rule", rows: "{} rows", none: "No fact fits.", capped: "Of {} nodes, the {} with most relations are drawn.", more: "{} more", row: "What supports this row", yes: "yes", no: "no", undrawn: "What supports this row is not drawn (only the best-connected part is)." },
};
let lang = page.lang;
let shown = { kind: "nothing" };
const off = new Set();
const say = (key, ...values) => values.reduce((text, value) => text.replace("{}", value), UI[lang][key]);
const ownOf = (table, key) => (Object.hasOwn(table, key) ? table[key] : undefined);
const told = (entry, fallback) => (entry ? entry[lang] : fallback);

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// ---- the network
const READABLE = 12, UNSEEN = 7; // pixels; below 8 a label is not drawn
const MARGIN = 0.85; // the whole fits by the nodes' centres: what is left is for the labels of the outermost
const around = new Map(nodes.getIds().map((id) => [id, []]));
for (const [id, fact] of Object.entries(page.facts)) {
  around.get(fact.source).push(id);
  if (fact.target !== fact.source) around.get(fact.target).push(id);
}
const network = new vis.Network(byId("mynetwork"), { nodes, edges }, options);
network.on("stabilizationProgress", (at) => { byId("wait").textContent = `${say("laying")} ${Math.round((100 * at.iterations) / at.total)} %`; });
network.once("stabilizationIterationsDone", settle);
if (!nodes.length) byId("wait").hidden = true;
function settle() {
  network.setOptions({ physics: { enabled: false } });
  byId("wait").hidden = true;
  whole();
  let soon;
  network.on("zoom", () => { clearTimeout(soon); soon = setTimeout(enlarge, 150); });
  network.on("animationFinished", enlarge);
}

function whole() {
  network.fit();
  network.moveTo({ scale: network.getScale() * MARGIN });
  enlarge();
}

// As on a map: the best-connected things have labels that can be read, as many as do not cover each other; the others
// show when one comes nearer.
function enlarge() {
  const scale = network.getScale();
  const size = Math.min(Math.max(READABLE / scale, 10), 60);
  network.setOptions({ edges: { width: Math.min(Math.max(0.8 / scale, 1), 3), font: { size: Math.min(Math.max(9.5 / scale, 8), 18) } } });
  const places = network.getPositions();
  const taken = [];
  const grown = [];
  for (const node of nodes.get().sort((one, other) => other.size - one.size || (one.id < other.id ? -1 : 1))) {
    const lines = node.label.split("\n");
    const wide = Math.max(...lines.map((line) => [...line].reduce((sum, char) => sum + (char >= "\u2e80" ? 1 : 0.56), 0))) * size;
    const { x, y } = places[node.id];
    const box = { left: x - wide / 2, right: x + wide / 2, top: y - node.size, bottom: y + node.size + lines.length * size * 1.2 };
    if (taken.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) {
      grown.push({ id: node.id, font: { size: Math.min(14, UNSEEN / scale) } });
      continue;
    }
    taken.push(box);
    grown.push({ id: node.id, font: { size } });
  }
  nodes.update(grown);
}
network.on("click", (event) => {
  if (event.nodes.length) show({ kind: "thing", id: event.nodes[0] });
  else if (event.edges.length) show({ kind: "fact", id: event.edges[0] });
  else show({ kind: "nothing" });
});

function show(what, { focus = false } = {}) {
  shown = what;
  if (what.kind === "thing") {
    network.selectNodes([what.id]);
    if (focus) network.focus(what.id, { scale: Math.max(network.getScale(), 0.9), animation: { duration: 400 } });
  } else if (what.kind === "fact") {
    network.setSelection({ nodes: [], edges: [what.id] });
    if (focus) look([page.facts[what.id].source, page.facts[what.id].target]);
  } else if (what.kind === "row") {
    const drawn = page.answer.rows[what.index].edges.filter((id) => ownOf(page.facts, id));
    const ends = [...new Set(drawn.flatMap((id) => [page.facts[id].source, page.facts[id].target]))];
    network.setSelection({ nodes: ends, edges: drawn }, { highlightEdges: false });
    if (ends.length) look(ends);
  } else network.unselectAll();
  mark();
  fillPanel();
}
const look = (ends) => network.fit({ nodes: ends, maxZoomLevel: 1.3, animation: { duration: 400 } });

function toggle(kind) {
  if (!off.delete(kind)) off.add(kind);
  nodes.update(nodes.get().map((node) => ({ id: node.id, hidden: off.has(node.kind) })));
  edges.update(edges.get().map((edge) => ({ id: edge.id, hidden: off.has(nodes.get(edge.from).kind) || off.has(nodes.get(edge.to).kind) })));
  fillLegend();
}

function fillLegend() {
  const counts = new Map();
  nodes.forEach((node) => counts.set(node.kind, (counts.get(node.kind) || 0) + 1));
  const kinds = [...counts.keys()].sort((one, other) => page.labels[one].order - page.labels[other].order);
  byId("legend").replaceChildren(...kinds.map((kind) => make("button", { type: "button", "data-kind": kind, "aria-pressed": String(!off.has(kind)), onclick: () => toggle(kind) }, dot(kind), page.labels[kind][lang], make("small", {}, String(counts.get(kind))))));
}
function dot(kind) {
  const mark = make("i", { class: "dot" });
  mark.style.background = page.labels[kind].color;
  return mark;
}

// ---- the panel
function fillPanel() {
  const panel = byId("panel");
  if (shown.kind === "thing") panel.replaceChildren(...thingPanel(shown.id));
  else if (shown.kind === "fact") panel.replaceChildren(...factsPanel(say("facts"), [shown.id]));
  else if (shown.kind === "row") {
    const drawn = page.answer.rows[shown.index].edges.filter((id) => ownOf(page.facts, id));
    panel.replaceChildren(...(drawn.length ? factsPanel(say("row"), drawn) : [make("p", { class: "hint" }, say("undrawn"))]));
  } else panel.replaceChildren(make("p", { class: "hint" }, say(page.answer ? "rowHint" : "hint")));
  panel.scrollTop = 0;
}

function thingPanel(id) {
  const thing = page.things[id];
  const headings = page.properties[thing.label];
  const facts = make("dl", {});
  if (thing.aliases.length) facts.append(make("dt", {}, say("aliases")), make("dd", {}, thing.aliases.join("、")));
  for (const [name, value] of Object.entries(thing.properties)) {
    const heading = ownOf(headings, name) || ownOf(headings, name.replace(/_stated$/, ""));
    facts.append(make("dt", {}, told(heading, name)), make("dd", {}, plain(value)));
  }
  const own = around.get(id) || [];
  const named = thing.words.length ? [make("details", own.length ? {} : { open: "" }, make("summary", {}, `${say("named")} (${thing.words.length})`), ...thing.words.flatMap(quoted))] : [];
  return [make("div", { class: "kind" }, dot(thing.label), page.labels[thing.label][lang]), make("h2", {}, thing.name), facts, ...named, make("h3", {}, `${say("facts")} (${own.length})`), ...own.map((one) => factBox(one, id))];
}

function factsPanel(heading, ids) {
  return [make("h3", {}, `${heading} (${ids.length})`), ...ids.map((id) => factBox(id, null))];
}

function factBox(id, from) {
  const fact = page.facts[id];
  const predicate = page.predicates[fact.type];
  const end = (which) => which === from ? make("span", {}, page.things[which].name) : make("span", { class: "link", onclick: () => show({ kind: "thing", id: which }, { focus: true }) }, page.things[which].name);
  const qualifiers = make("dl", {});
  for (const [name, value] of Object.entries(fact.qualifiers)) qualifiers.append(make("dt", {}, told(ownOf(predicate.qualifiers, name), name)), make("dd", {}, plain(value)));
  const says = make("div", { class: "says" }, end(fact.source), make("b", { class: "link", onclick: () => show({ kind: "fact", id }, { focus: true }) }, predicate[lang]), end(fact.target));
  const sure = fact.confidence === null ? null : `${say("confidence")} ${Math.round(100 * fact.confidence) / 100}`;
  return make("div", { class: "fact", "data-fact": id }, says, Object.keys(fact.qualifiers).length ? qualifiers : null, ...fact.words.flatMap(quoted), make("div", { class: "from" }, [sure, ""].filter(Boolean).join(" "), " ", make("code", { class: "id" }, id)));
}

function quoted(words) {
  const place = [words.document || words.source, words.page === null ? "" : say("page", words.page)].filter(Boolean).join(lang === "zh" ? "，" : ", ");
  return [make("blockquote", {}, words.before, make("mark", {}, words.quote), words.after), make("div", { class: "from" }, `—— ${place} `, make("code", { title: say("rule") }, words.rule))];
}

function plain(value) {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(plain).join("、");
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : String(Math.round(value * 1e4) / 1e4);
  return String(value);
}

// ---- the answer's rows
function cell(value) {
  if (typeof value === "string") {
    if (Object.hasOwn(page.predicates, value)) return page.predicates[value][lang];
    if (Object.hasOwn(page.labels, value)) return page.labels[value][lang];
    const [first, ...rest] = value.split(" ");
    if (rest.length && Object.hasOwn(page.predicates, first)) return `${page.predicates[first][lang]}${lang === "zh" ? "：" : ": "}${rest.join(" ")}`;
  }
  return plain(value);
}

function fillTable() {
  const answer = page.answer;
  if (!answer) return;
  const head = make("tr", {}, ...answer.columns.map((column, at) => make("th", answer.rows.some((row) => typeof row.cells[at] === "number") ? { class: "number" } : {}, column[lang])));
  const rows = answer.rows.map((row, index) => make("tr", { tabindex: "0", "data-row": index, onclick: () => show({ kind: "row", index }) }, ...row.cells.map((value) => Array.isArray(value)
    ? make("td", {}, make("ul", {}, ...value.map((one) => make("li", {}, cell(one)))))
    : make("td", { class: typeof value === "number" ? "number" : String(value ?? "").length > 8 ? "long" : "short" }, cell(value)))));
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows));
  byId("table").replaceChildren(...(rows.length ? [overYears(), table].filter(Boolean) : [make("p", { class: "empty" }, say("none"))]));
  mark();
}
byId("table").addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target.dataset.row) show({ kind: "row", index: Number(event.target.dataset.row) }); });

function mark() {
  for (const element of document.querySelectorAll("[data-row]")) element.classList.toggle("at", shown.kind === "row" && Number(element.dataset.row) === shown.index);
}

// ---- search
const lower = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
const names = Object.entries(page.things).map(([id, thing]) => ({ id, thing, keys: [thing.name, ...thing.aliases].map(lower) }));
let at = 0;
byId("search").addEventListener("input", () => { at = 0; fillFound(); });
byId("search").addEventListener("keydown", (event) => {
  const found = [...byId("found").children];
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    at = Math.max(0, Math.min(found.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)));
    found.forEach((item, index) => item.classList.toggle("at", index === at));
    event.preventDefault();
  } else if (event.key === "Enter" && found[at]) found[at].click();
  else if (event.key === "Escape") byId("found").hidden = true;
});
document.addEventListener("click", (event) => { if (!event.target.closest(".find")) byId("found").hidden = true; });
function fillFound() {
  const wanted = lower(byId("search").value);
  const rank = (one) => Math.min(...one.keys.map((key) => (key === wanted ? 0 : key.startsWith(wanted) ? 1 : key.includes(wanted) ? 2 : 3)));
  const found = wanted ? names.map((one) => ({ ...one, rank: rank(one) })).filter((one) => one.rank < 3).sort((one, other) => one.rank - other.rank || around.get(other.id).length - around.get(one.id).length).slice(0, 12) : [];
  byId("found").replaceChildren(...found.map((one, index) => make("li", { class: index === at ? "at" : "", onclick: () => { byId("found").hidden = true; show({ kind: "thing", id: one.id }, { focus: true }); } }, dot(one.thing.label), " ", one.thing.name)));
  byId("found").hidden = !found.length;
}

// ---- language
function speak(wanted) {
  lang = wanted;
  document.documentElement.lang = lang === "zh" ? "zh-Hans" : "en";
  document.title = byId("title").textContent = page.title[lang];
  const asked = page.answer ? page.answer.parameters.map((one) => `${one[lang]}${lang === "zh" ? "：" : ": "}${plain(one.value)}`).join(lang === "zh" ? "；" : "; ") : "";
  byId("question").textContent = page.answer ? [page.answer.question[lang], asked].filter(Boolean).join(lang === "zh" ? "　" : "  ") : "";
  byId("search").placeholder = say("search");
  byId("search").setAttribute("aria-label", say("search"));
  byId("fit").textContent = say("fit");
  byId("wait").textContent = say("laying");
  for (const one of ["zh", "en"]) byId(`lang-${one}`).setAttribute("aria-pressed", String(one === lang));
  const drawn = nodes.length;
  byId("note").hidden = page.total <= drawn;
  byId("note").textContent = say("capped", page.total, drawn);
  if (page.few) edges.update(edges.get().map((edge) => ({ id: edge.id, label: page.predicates[edge.kind][lang] })));
  else edges.update(edges.get().map((edge) => ({ id: edge.id, title: page.predicates[edge.kind][lang] })));
  fillLegend();
  fillTable();
  fillPanel();
}
byId("lang-zh").addEventListener("click", () => speak("zh"));
byId("lang-en").addEventListener("click", () => speak("en"));
byId("fit").addEventListener("click", whole);
if (page.answer) {
  byId("main").classList.add("answer", page.answer.view);
  byId("table").hidden = false;
}
speak(lang);
