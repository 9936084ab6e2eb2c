"use strict";
// Everything on the page is made here, element by element: words of documents become text, never markup.

const data = JSON.parse(document.getElementById("data").textContent);
const STEP = 100; // rows drawn at once
const AROUND = 90; // characters of the source on either side of a quote
const by = (rows) => new Map(rows.map((row) => [row.id, row]));
const facts = by(data.facts), people = by(data.people), documents = by(data.documents);
const claims = new Map(data.facts.flatMap((fact) => fact.claims.map((claim) => [claim.id, { claim, fact }])));
const byPerson = groupsOf((fact) => fact.people.map(([id]) => id));
const byDocument = groupsOf((fact) => fact.claims.map((claim) => claim.document));

function groupsOf(key) {
  const found = new Map();
  for (const fact of data.facts) {
    for (const id of new Set(key(fact))) {
      if (!found.has(id)) found.set(id, []);
      found.get(id).push(fact);
    }
  }
  return found;
}

// making elements

function make(name, values = {}, ...children) {
  const element = name.startsWith("svg:")
    ? document.createElementNS("http://www.w3.org/2000/svg", name.slice(4))
    : document.createElement(name);
  for (const [key, value] of Object.entries(values)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== ""));
  return element;
}

const address = (kind, ...ids) => "#" + [kind, ...ids].map(encodeURIComponent).join("/");
const plural = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
const named = (id, name) => make("a", { href: address("person", id) }, make("bdi", {}, name));

function cast(fact) {
  const parts = fact.people.flatMap(([id, name, role], place) => [
    place ? ", " : "", people.has(id) ? named(id, name) : make("bdi", {}, name), role ? ` (${role})` : "",
  ]);
  return make("span", {}, ...parts);
}

function badge(status) {
  const unsure = status === "asserted" ? "" : " unsure";
  return make("span", { class: "status" + unsure }, status);
}

// proof

/** The quote of a claim among its neighbours in the source. */
function quoted(claim) {
  const source = documents.get(claim.document);
  const text = source ? source[claim.field] : claim.quote;
  const [start, end] = source ? [claim.start, claim.end] : [0, claim.quote.length];
  let before = text.slice(Math.max(0, start - AROUND), start), after = text.slice(end, end + AROUND);
  if (start > AROUND) before = "…" + before.replace(/^\S*\s/, "");
  if (end + AROUND < text.length) after = after.replace(/\s\S*$/, "") + "…";
  return make("blockquote", {}, before, make("mark", {}, text.slice(start, end)), after);
}

function cited(claim) {
  if (!claim.document) return make("p", { class: "cited" }, claim.cited);
  const inside = make("a", { href: address("document", claim.document, claim.id) }, make("bdi", {}, claim.cited));
  const outside = claim.url ? make("a", { href: claim.url, rel: "noopener noreferrer" }, "on the web") : "";
  return make("p", { class: "cited" }, inside, outside ? " · " : "", outside);
}

function proof(claim) {
  return make("div", { class: "claim" }, quoted(claim), cited(claim),
    make("p", { class: "faint cited" }, `${claim.status}; ${claim.understood}`));
}

/** All that is behind a fact; made when it is opened, for there may be thousands. */
function behind(fact, open) {
  const label = fact.claims.length > 1 ? `${fact.claims.length} quotes, and why` : "Why";
  const details = make("details", { open }, make("summary", {}, label));
  const fill = () => {
    if (details.childElementCount > 1) return;
    const notes = fact.notes.map((note) => make("p", { class: "faint" }, note));
    details.append(make("div", {}, ...notes, ...fact.claims.map(proof),
      make("p", { class: "faint cited" }, "Id ", make("a", { href: address("fact", fact.id) }, fact.id))));
  };
  if (open) fill();
  details.addEventListener("toggle", fill);
  return details;
}

function row(fact, open = false) {
  const where = fact.place ? make("span", {}, " in ", make("bdi", {}, fact.place)) : "";
  const work = fact.work ? make("span", {}, " on ", make("bdi", {}, fact.work)) : "";
  const [claim] = fact.claims;
  return make("li", { class: "fact" },
    make("div", { class: "when" }, fact.when),
    make("div", {},
      make("p", {}, make("span", { class: `what ${fact.meaning}` }, fact.what), " ", cast(fact), where, work, " ", badge(fact.status)),
      ...(claim ? (open ? [] : [quoted(claim), cited(claim)]) : [make("p", { class: "faint" }, "inferred")]),
      behind(fact, open)));
}

// lists, a screenful at a time

const view = document.getElementById("view"), more = document.getElementById("more"), found = document.getElementById("found");
let pending = { rows: [], list: null, render: row, drawn: 0 };

function list(rows, render, holder) {
  pending = { rows, render, list: holder ?? make("ol", { class: "facts" }), drawn: 0 };
  draw(STEP);
  return pending.list;
}

function draw(count) {
  const next = pending.rows.slice(pending.drawn, pending.drawn + count);
  pending.list?.append(...next.map((each) => pending.render(each)));
  pending.drawn += next.length;
  const left = pending.rows.length - pending.drawn;
  more.hidden = left < 1;
  more.textContent = `Show ${Math.min(left, STEP)} more of ${left.toLocaleString("en")}`;
}

more.addEventListener("click", () => {
  const first = pending.drawn;
  draw(STEP);
  pending.list.children[first]?.querySelector("a, summary")?.focus();
});
addEventListener("beforeprint", () => draw(pending.rows.length));

// filters

const controls = Object.fromEntries(["search", "type", "from", "to", "unreal"].map((id) => [id, document.getElementById(id)]));
const filters = document.getElementById("filters");
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const words = new Map();

function hay(thing, parts) {
  if (!words.has(thing)) words.set(thing, folded(parts().join("\n")));
  return words.get(thing);
}

const ofFact = (fact) => [
  fact.what, fact.when, fact.place, fact.work, fact.status, ...fact.people.map(([, name]) => name),
  ...fact.people.flatMap(([id]) => people.get(id)?.aliases ?? []), ...fact.claims.flatMap((claim) => [claim.quote, claim.cited]),
];
const ofPerson = (person) => [person.name, ...person.aliases];
const ofDocument = (source) => [source.title, source.publisher, source.author, source.source, source.published, source.text];
const ofConflict = (conflict) => [conflict.why, ...conflict.facts.flatMap((id) => (facts.has(id) ? ofFact(facts.get(id)) : []))];

function matches(parts) {
  const sought = folded(controls.search.value).split(/\s+/).filter(Boolean);
  return (thing) => sought.every((word) => hay(thing, () => parts(thing)).includes(word));
}

function kept(rows) {
  const { type, from, to, unreal } = controls;
  const fits = matches(ofFact), year = (control) => (/^\d{1,4}$/.test(control.value) ? control.value.padStart(4, "0") : "");
  const low = year(from), high = year(to);
  return rows.filter((fact) =>
    (unreal.checked || fact.real) && (!type.value || fact.type === type.value)
    && (!low || (fact.high || fact.low) && (fact.high || "9999") >= low)
    && (!high || (fact.high || fact.low) && (fact.low || "0000") <= `${high}-12-31`)
    && fits(fact));
}

function offer(rows) {
  const types = [...new Set(rows.map((fact) => fact.type))].sort(), chosen = controls.type.value;
  controls.type.replaceChildren(make("option", { value: "" }, "everything"),
    ...types.map((type) => make("option", { value: type, selected: type === chosen }, type.replaceAll("_", " "))));
}

// views: each gives a heading, what to filter by, and what to show

const happenings = data.facts.filter((fact) => fact.kind === "event");
const relations = data.facts.filter((fact) => fact.kind !== "event");
const factList = (rows, noun) => {
  const left = kept(rows);
  found.textContent = plural(left.length, noun, `${noun}s`);
  return [list(left, row)];
};
const listed = (rows, parts, [one, many], render) => {
  const left = rows.filter(matches(parts));
  found.textContent = plural(left.length, one, many);
  return [list(left, render)];
};

const views = {
  timeline: () => ({ heading: "Timeline", rows: happenings, show: () => factList(happenings, "event") }),
  relations: () => ({ heading: "Relations and ties", rows: relations, show: () => factList(relations, "relation") }),
  people: () => ({ heading: "People", search: true, show: () => listed(data.people, ofPerson, ["person", "people"], personRow) }),
  documents: () => ({ heading: "Documents", search: true, show: () => listed(data.documents, ofDocument, ["document", "documents"], documentRow) }),
  conflicts: () => ({ heading: "Where sources disagree", search: true, show: () => listed(data.conflicts, ofConflict, ["conflict", "conflicts"], conflictRow) }),
  map: () => ({ heading: "Who was tied to whom", show: drawMap }),
  person: (id) => people.has(id) && personView(people.get(id)),
  fact: (id) => facts.has(id) && factView(facts.get(id)),
  document: (id, claim) => documents.has(id) && documentView(documents.get(id), claim),
};

function personRow(person) {
  const also = person.aliases.length ? make("span", { class: "faint" }, ` also ${person.aliases.join(", ")}`) : "";
  const count = byPerson.get(person.id)?.length ?? 0;
  return make("li", { class: "person" }, named(person.id, person.name), person.unnamed ? " (unnamed)" : "", also,
    make("span", { class: "faint" }, ` · ${plural(count, "fact", "facts")}`));
}

function documentRow(source) {
  return make("li", { class: "person" },
    make("a", { href: address("document", source.id) }, make("bdi", {}, source.title || source.source)),
    make("span", { class: "faint" }, ` · ${[source.publisher, source.published, source.source].filter(Boolean).join(" · ")}`));
}

function conflictRow(conflict) {
  const concerned = conflict.facts.filter((id) => facts.has(id)).map((id) => facts.get(id));
  const told = conflict.claims.filter((id) => claims.has(id)).map((id) => claims.get(id).claim);
  const proofs = told.length ? told : concerned.flatMap((fact) => fact.claims);
  return make("li", { class: "person" }, make("h3", {}, conflict.why),
    ...concerned.map((fact) => make("p", {}, make("a", { href: address("fact", fact.id) }, fact.what), " ", cast(fact), ` · ${fact.when}`)),
    ...proofs.map(proof));
}

function personView(person) {
  const own = byPerson.get(person.id) ?? [];
  const head = [];
  if (person.aliases.length) head.push(make("p", { class: "faint" }, `Also ${person.aliases.join(", ")}`));
  if (person.why.length) {
    head.push(make("details", {}, make("summary", {}, "Why these names are one person's"),
      make("div", {}, ...person.why.map((reason) => make("p", {}, reason)))));
  }
  return {
    heading: person.name, rows: own,
    show: () => {
      const left = kept(own), ties = left.filter((fact) => fact.kind !== "event"), rest = left.filter((fact) => fact.kind === "event");
      found.textContent = plural(left.length, "fact", "facts");
      const tied = make("ol", { class: "facts" });
      tied.append(...ties.slice(0, STEP).map((fact) => row(fact)));
      return [...head, ...(ties.length ? [make("h3", {}, "Relations and ties"), tied] : []), make("h3", {}, "What happened"), list(rest, row)];
    },
  };
}

function factView(fact) {
  return { heading: `${fact.what}: ${fact.people.map(([, name]) => name).join(", ")}`,
    show: () => [make("ol", { class: "facts" }, row(fact, true))] };
}

function documentView(source, wanted) {
  const about = [source.publisher, source.author, source.published].filter(Boolean).join(" · ");
  const place = source.url ? make("a", { href: source.url, rel: "noopener noreferrer" }, source.source) : source.source;
  const rows = byDocument.get(source.id) ?? [];
  return { heading: source.title || source.source, show: () => [
    make("p", { class: "faint" }, about, about ? " · " : "", place),
    make("div", { class: "text" }, ...marked(source, "title", wanted), source.title ? "\n\n" : "", ...marked(source, "text", wanted)),
    make("h3", {}, "What it says"), list(rows, row),
  ] };
}

/** A text cut where quotes begin and end; each piece of a quote leads to its fact. */
function marked(source, field, wanted) {
  const spans = (byDocument.get(source.id) ?? [])
    .flatMap((fact) => fact.claims.filter((claim) => claim.document === source.id && claim.field === field).map((claim) => ({ ...claim, fact })))
    .sort((one, other) => one.start - other.start || one.end - other.end);
  const cuts = [...new Set([0, source[field].length, ...spans.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  const pieces = [], open = [];
  let next = 0, last;
  for (let place = 0; place + 1 < cuts.length; place += 1) {
    const [start, end] = [cuts[place], cuts[place + 1]], text = source[field].slice(start, end);
    while (next < spans.length && spans[next].start <= start) open.push(spans[next++]);
    for (let index = open.length - 1; index >= 0; index -= 1) if (open[index].end <= start) open.splice(index, 1);
    const span = open.find((each) => each.id === wanted) ?? open.at(-1);
    if (span && span === last) pieces.at(-1).firstChild.append(text);
    else pieces.push(span ? highlighted(span, text, wanted) : text);
    last = span;
  }
  return pieces;
}

function highlighted({ id, fact, status }, text, wanted) {
  const said = `${fact.what}: ${fact.people.map(([, name]) => name).join(", ")}; ${status}`;
  return make("mark", { class: id === wanted ? "target" : undefined }, make("a", { href: address("fact", fact.id), title: said }, text));
}

// going from view to view

let current = views.timeline(), timer = 0;

function show() {
  pending = { rows: [], list: null, render: row, drawn: 0 };
  more.hidden = true;
  found.textContent = "";
  view.replaceChildren(...current.show());
}

function go(moved) {
  const asked = location.hash === "#main" ? "" : location.hash.slice(1); // the skip link leads there, and changes no view
  if (moved && location.hash === "#main") return;
  const [name, ...ids] = (asked || "timeline").split("/").map(part);
  current = (Object.hasOwn(views, name) && views[name](...ids)) || { heading: "Nothing is known by that address", show: () => [] };
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  for (const control of [controls.search, controls.from, controls.to]) control.value = "";
  filters.hidden = !current.rows && !current.search;
  for (const label of document.querySelectorAll(".of-facts")) label.hidden = !current.rows;
  if (current.rows) { controls.type.value = ""; offer(current.rows); }
  const heading = document.getElementById("heading");
  heading.textContent = current.heading;
  show();
  const target = view.querySelector("mark.target a");
  if (target) { target.scrollIntoView({ block: "center" }); target.focus({ preventScroll: true }); }
  else if (moved) { scrollTo(0, 0); heading.focus({ preventScroll: true }); }
}

function part(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

filters.addEventListener("submit", (event) => event.preventDefault());
filters.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, 120); });
addEventListener("hashchange", () => go(true));
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (!filters.hidden) { event.preventDefault(); controls.search.focus(); }
});
go(false);
