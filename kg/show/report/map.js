"use strict";
// The map of who was tied to whom in a year: groups of people side by side, each in the box that it came in.

const CROWD = 80; // people of a group, from which on those who are tied to nobody in the year are left out
const UNIT = [130, 84]; // pixels: names are wide, so there is more room from side to side
const isSure = ({ sure: [first, last] }, year) => Boolean(first) && first <= `${year}-12-31` && last >= `${year}-01-01`;
const mayHold = ({ may: [low, high] }, year) => low <= `${year}-12-31` && high >= `${year}-01-01`;

function drawMap() {
  const ties = data.map.flatMap((group) => group.ties);
  if (!ties.length) return [make("p", {}, "No relation has a date.")];
  const years = ties.flatMap((tie) => tie.may).map((day) => Number(day.slice(0, 4)));
  const least = years.reduce((one, other) => Math.min(one, other)), most = years.reduce((one, other) => Math.max(one, other));
  const canvas = make("div"), below = make("ol", { class: "facts" }), output = make("output", { for: "year" });
  const slider = make("input", { id: "year", type: "range", min: least, max: most, value: busiest(ties, least, most) });
  let waiting = 0;
  const update = (pause) => {
    const year = slider.value.padStart(4, "0");
    const holding = ties.filter((tie) => mayHold(tie, year));
    output.value = slider.value;
    found.textContent = `${plural(holding.length, "relation", "relations")} in ${slider.value}`;
    canvas.replaceChildren(picture(data.map.filter((group) => group.ties.some((tie) => mayHold(tie, year))), year));
    clearTimeout(waiting); // the list follows when the slider rests
    waiting = setTimeout(() => {
      below.replaceChildren();
      list([...new Set(holding.map((tie) => tie.fact))].map((id) => facts.get(id)), row, below);
    }, pause);
  };
  slider.addEventListener("input", () => update(200));
  const key = make("p", { class: "faint" }, "A whole line: surely on some day of that year. A broken line: possibly. Hollow dots: tied to these people at other times.");
  const parts = [make("div", { class: "slider" }, make("label", { for: "year" }, "Year"), slider, output), canvas, key, below];
  update(0);
  return parts;
}

/** The latest of the years in which most relations surely held. */
function busiest(ties, least, most) {
  let best = [0, most];
  for (let year = most; year >= least; year -= 1) {
    const count = ties.filter((tie) => isSure(tie, String(year).padStart(4, "0"))).length;
    if (count > best[0]) best = [count, year];
  }
  return best[1];
}

function picture(groups, year) {
  const svg = make("svg:svg", { class: "map", role: "group", "aria-label": `Relations in ${Number(year)}; the list below tells them in words` });
  const limit = Math.max(8.2, ...groups.map((group) => group.width));
  let left = 0, top = 0, tall = 0;
  for (const group of groups) {
    if (left && left + group.width > limit) [left, top, tall] = [0, top + tall, 0];
    const corner = [left, top];
    svg.append(...drawn(group, year, (id) => group.people[id].map((side, axis) => (side + corner[axis]) * UNIT[axis])));
    left += group.width;
    tall = Math.max(tall, group.height);
  }
  svg.setAttribute("viewBox", `0 0 ${limit * UNIT[0]} ${Math.max(top + tall, 1) * UNIT[1]}`);
  return svg;
}

function drawn(group, year, at) {
  const holding = group.ties.filter((tie) => mayHold(tie, year)), tied = new Set(holding.flatMap((tie) => tie.people));
  const beside = new Map(), name = (id) => people.get(id)?.name ?? id;
  const lines = holding.map((tie) => {
    const fact = facts.get(tie.fact), pair = tie.people.join(), nth = beside.get(pair) ?? 0;
    beside.set(pair, nth + 1);
    const [x1, y1, x2, y2] = shifted(tie.people.map(at), nth);
    const title = make("svg:title", {}, `${fact.what}: ${tie.people.map(name).join(", ")}; ${fact.when}`);
    return make("svg:line", { x1, y1, x2, y2, class: `${fact.meaning} ${isSure(tie, year) ? "sure" : "may"}` }, title);
  });
  const everybody = Object.keys(group.people), shown = everybody.length > CROWD ? everybody.filter((id) => tied.has(id)) : everybody;
  const dots = shown.map((id) => {
    const [x, y] = at(id);
    const label = make("svg:text", { x, y: y + 22 }, name(id)), dot = make("svg:circle", { cx: x, cy: y, r: 7 });
    return make("svg:a", { href: address("person", id), class: tied.has(id) ? "tied" : "alone", "aria-label": name(id) }, dot, label);
  });
  return [...lines, ...dots];
}

/** The ends of the nth line between the same two people: beside the ones before, on either side in turn. */
function shifted([[x1, y1], [x2, y2]], nth) {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1, away = 6 * Math.ceil(nth / 2) * (nth % 2 ? 1 : -1);
  const [x, y] = [(-(y2 - y1) / length) * away, ((x2 - x1) / length) * away];
  return [x1 + x, y1 + y, x2 + x, y2 + y];
}
