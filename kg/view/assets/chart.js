// ---- answers over years: drawn above their rows, each mark leads to its row
function overYears() {
  return page.answer.view === "timeline" ? courses() || bars() : null;
}

function columnOf(...names) {
  return page.answer.columns.findIndex((column) => names.includes(column.name));
}

function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, one] of Object.entries(attributes)) element.setAttribute(name, one);
  element.append(...children);
  return element;
}

// A mark that tells what it is when pointed at, and shows its row when clicked.
function marking(tag, attributes, index, words) {
  const mark = svg(tag, { ...attributes, "data-row": index }, svg("title", {}, words));
  mark.addEventListener("click", () => show({ kind: "row", index }));
  return mark;
}

function boxed(drawing, words) {
  const box = make("div", { id: "chart" }, make("h3", {}, words));
  box.append(drawing);
  return box;
}

// Bars over years, where rows are years: money where it is told, else how many.
function bars() {
  const { columns, rows } = page.answer;
  const year = columnOf("year");
  const value = columnOf("amount_wan") >= 0 ? columnOf("amount_wan") : columnOf("sessions", "grants");
  const told = rows.map((row, index) => ({ index, year: row.cells[year], value: row.cells[value] })).filter((bar) => Number.isInteger(bar.year));
  if (year < 0 || value < 0 || told.length < 2) return null;
  const [first, last] = [Math.min(...told.map((bar) => bar.year)), Math.max(...told.map((bar) => bar.year))];
  if (last - first > 80) return null;
  const most = Math.max(...told.map((bar) => bar.value), 1);
  const width = 600, height = 130, step = Math.min(width / (last - first + 1), 70), every = Math.ceil(30 / step);
  const drawing = svg("svg", { class: "bars", viewBox: `0 0 ${step * (last - first + 1)} ${height}`, preserveAspectRatio: "xMinYMid", role: "img", "aria-label": columns[value][lang] });
  for (const bar of told) {
    const x = (bar.year - first) * step, high = Math.max((bar.value / most) * (height - 40), 1);
    const amount = bar.value ? plain(bar.value >= 100 ? Math.round(bar.value) : bar.value) : "";
    drawing.append(marking("rect", { x: x + step * 0.15, y: height - 18 - high, width: step * 0.7, height: high, rx: 2 }, bar.index, `${bar.year}: ${plain(bar.value)} ${columns[value][lang]}`));
    if (amount.length * 6 < step + 6) drawing.append(svg("text", { x: x + step / 2, y: height - 22 - high }, amount));
    if ((last - bar.year) % every === 0) drawing.append(svg("text", { x: x + step / 2, y: height - 5 }, bar.year));
  }
  return boxed(drawing, columns[value][lang]);
}

// What followed each session, where rows tell the year of both: a line a thing, with a mark in each year that it is told for.
function courses() {
  const { columns, rows } = page.answer;
  const [session, opened, what, year, kind] = [columnOf("session"), columnOf("session_year"), columnOf("what", "grant"), columnOf("year", "grant_year"), columnOf("kind")];
  const told = rows.map(({ cells }, index) => ({ index, session: cells[session], opened: cells[opened], what: cells[what], year: cells[year], kind: kind < 0 ? "Grant" : cells[kind] }))
    .filter((one) => Number.isInteger(one.opened) && Number.isInteger(one.year));
  if (session < 0 || what < 0 || !told.length) return null;
  const [first, last] = [Math.min(...told.map((one) => one.opened)), Math.max(...told.map((one) => one.year))];
  if (last - first > 80) return null;
  const lane = 17, left = 14, axis = 340, width = 640, characters = 20;
  const at = (one) => left + ((one - first) / Math.max(last - first, 1)) * axis;
  const short = (words) => (words.length > characters ? `${words.slice(0, characters - 1)}…` : words);
  const sessions = grouped([...told].sort((one, other) => one.opened - other.opened || one.year - other.year), (one) => one.session);
  const marks = [];
  let y = 26;
  for (const [name, followed] of sessions) {
    const things = grouped(followed, (one) => one.what);
    marks.push(svg("line", { x1: at(followed[0].opened), x2: at(followed[0].opened), y1: y + 5, y2: y + lane * things.size }));
    marks.push(svg("path", { class: "session", d: `M${at(followed[0].opened)} ${y - 5}l5 5l-5 5l-5 -5z` }), svg("text", { class: "session", x: at(followed[0].opened) + 9, y: y + 4 }, `${followed[0].opened}　${name}`));
    for (const [thing, told] of things) {
      y += lane;
      const years = told.map((one) => one.year);
      marks.push(svg("line", { x1: at(told[0].opened), x2: at(Math.max(...years)), y1: y, y2: y }));
      for (const one of told) {
        const colour = Object.hasOwn(page.labels, one.kind) ? page.labels[one.kind].color : "#60a5fa";
        marks.push(marking("circle", { cx: at(one.year), cy: y, r: 5, fill: colour }, one.index, `${one.year}: ${thing}`));
      }
      marks.push(svg("text", { x: at(Math.max(...years)) + 9, y: y + 4 }, `${short(thing)}　${[...new Set(years)].sort().join(", ")}`));
    }
    y += lane + 8;
  }
  const every = Math.max(Math.ceil(((last - first + 1) * 34) / axis), 1);
  const grid = [];
  for (let one = first; one <= last; one += every) grid.push(svg("line", { class: "grid", x1: at(one), x2: at(one), y1: 16, y2: y - lane }), svg("text", { class: "year", x: at(one), y: 10 }, one));
  const words = columns[what][lang];
  return boxed(svg("svg", { class: "courses", viewBox: `0 0 ${width} ${y - 10}`, preserveAspectRatio: "xMinYMin", role: "img", "aria-label": words }, ...grid, ...marks), words);
}

function grouped(list, key) {
  const groups = new Map();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) || []), one]);
  return groups;
}
