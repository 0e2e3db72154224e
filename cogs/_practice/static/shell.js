// The shell of the practice community: who you are, where you are, and what time it is.

const $ = (id) => document.getElementById(id);
const signs = { text: "#", news: "📣", forum: "🗂", thread: "↳", private: "🔒", dm: "✉" };
const words = await (await fetch("/static/words.json")).json();
const memory = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, value); } catch { /* private window */ } },
};
const state = {
  language: memory.get("language") === "en" ? "en" : "nl",
  persona: "", place: "", view: null, opened: "", away: false, polledAt: Date.now(), forum: "",
};
let statusTimer = 0;

function word(key, facts = {}) {
  return Object.entries(facts).reduce((text, [name, value]) => text.replace(`{${name}}`, value), words[state.language][key]);
}

function say(text, { stay = false } = {}) {
  clearTimeout(statusTimer);
  $("status").textContent = text;
  if (text && !stay) statusTimer = setTimeout(() => { $("status").textContent = ""; }, 6000);
}

async function ask(path, body) {
  const answer = await fetch(path, body === undefined ? { cache: "no-store" } : {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  return { ok: answer.ok, ...(await answer.json()) };
}

function momentText(iso) {
  return new Intl.DateTimeFormat(state.language === "en" ? "en-GB" : "nl-NL", {
    weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit",
    timeZone: state.view.zone,
  }).format(new Date(iso));
}

function nameOf(place) {
  return place.kind === "dm" ? word("dm", { name: place.name }) : place.name;
}

// ---- what was read, kept in this browser per person and place

function readKey(place) { return `read:${state.view.boot}:${state.persona}:${place.id}`; }

function isUnread(place) {
  if (place.kind === "category" || place.kind === "forum" || place.id === state.place) return false;
  const read = memory.get(readKey(place));
  return place.last !== "0" && (read === null || BigInt(place.last) > BigInt(read));
}

function markRead() {
  const first = `known:${state.view.boot}:${state.persona}`;
  const fresh = memory.get(first) === null;
  for (const place of state.view.places) {
    if (fresh || (place.id === state.place && !document.hidden)) memory.set(readKey(place), place.last);
  }
  memory.set(first, "1");
}

// ---- drawing

function placeItem(place) {
  const item = document.createElement("li");
  if (place.kind === "category") {
    item.className = "category";
    item.textContent = place.name;
    return item;
  }
  const button = document.createElement("button");
  const unread = isUnread(place);
  button.type = "button";
  button.dataset.place = place.id;
  if (place.id === state.place) button.setAttribute("aria-current", "page");
  if (unread) button.className = "is-unread";
  if (["thread", "private"].includes(place.kind)) item.className = "child";
  const sign = Object.assign(document.createElement("span"), { className: "sign", textContent: signs[place.kind] || "#" });
  sign.setAttribute("aria-hidden", "true");
  const label = Object.assign(document.createElement("span"), { className: "label", textContent: nameOf(place) });
  button.append(sign, label);
  if (place.kind === "private") {
    button.append(Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: `(${word("private")})` }));
  }
  if (unread) button.append(Object.assign(document.createElement("span"), { className: "unread", textContent: word("unread") }));
  button.addEventListener("click", () => go(state.persona, place.id));
  item.append(button);
  return item;
}

function replaceList(list, items) {
  const key = JSON.stringify(items.map((item) => item.outerHTML));
  if (list.dataset.key === key) return;
  const focused = document.activeElement?.dataset?.place;
  list.dataset.key = key;
  list.replaceChildren(...items);
  if (focused) list.querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus();
}

function drawWords() {
  document.documentElement.lang = state.language;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  $("language").textContent = word("other-language");
  $("language").lang = state.language === "en" ? "nl" : "en";
}

function drawPersonas() {
  const select = $("persona");
  const names = state.view.personas.map((persona) => persona.name);
  if (select.dataset.names !== names.join("\n")) {
    select.dataset.names = names.join("\n");
    select.replaceChildren(...names.map((name) => new Option(name, name)));
  }
  select.value = state.persona;
  const persona = state.view.personas.find((one) => one.name === state.persona);
  const roles = persona.roles.length ? word("roles", { roles: persona.roles.join(", ") }) : word("no-roles");
  $("about").textContent = [persona.about[state.language] || persona.about.nl, roles].filter(Boolean).join(" · ");
}

function draw() {
  const place = state.view.places.find((one) => one.id === state.place);
  const text = momentText(state.view.now);
  $("community").textContent = state.view.community;
  document.title = word("page-title", { community: state.view.community });
  if ($("now").textContent !== text) $("now").textContent = text;
  $("now").dateTime = state.view.now;
  drawPersonas();
  replaceList($("place-list"), state.view.places.map(placeItem));
  const unread = state.view.places.filter(isUnread).length;
  $("menu-unread").hidden = unread === 0;
  $("menu-unread").textContent = `${unread} ${word("unread")}`;
  $("where").textContent = place ? `${state.persona} · ${nameOf(place)}` : state.persona;
  if (place?.kind === "forum") drawForum(place);
}

function drawForum(place) {
  $("forum-name").textContent = place.name;
  $("forum-topic").textContent = place.topic;
  const posts = state.view.places.filter((one) => one.parent === place.id).reverse();
  $("no-posts").hidden = posts.length > 0;
  replaceList($("posts"), posts.map((post) => placeItem({ ...post, kind: "thread" })));
}

// ---- going somewhere

function rememberPlace() {
  const hash = new URLSearchParams({ wie: state.persona, waar: state.place }).toString();
  history.replaceState(null, "", `#${hash}`);
}

async function go(persona, place) {
  closeMenu();
  if (state.place && state.view.places.some((one) => one.id === state.place)) {
    await look();
    markRead(); // what came in until the moment of leaving was seen
  }
  const moved = persona !== state.persona;
  state.persona = persona;
  state.place = place;
  if (moved) await look();
  if (!state.view.places.some((one) => one.id === state.place)) {
    const wanted = state.view.places.find((one) => one.kind !== "category");
    state.place = wanted.id;
    if (place) say(word("closed"));
  }
  rememberPlace();
  markRead();
  draw();
  await openRoom();
}

async function openRoom(again = false) {
  const place = state.view.places.find((one) => one.id === state.place);
  const key = [state.persona, state.place, state.language, state.view.boot].join("\n");
  const forum = place.kind === "forum";
  $("forum").hidden = !forum;
  $("frame").hidden = forum;
  if (state.opened === key && !again) return;
  state.opened = key;
  if (forum) { $("frame").src = "about:blank"; return; }
  const answer = await ask("/stage/open", { persona: state.persona, place: state.place, language: state.language });
  if (state.opened !== key) return;
  if (!answer.ok) { say(word("closed")); return; }
  $("frame").title = word("conversation", { name: nameOf(place) });
  // A new frame each time: the old page leaves its room, and the Back button stays ours.
  const frame = $("frame").cloneNode(false);
  frame.addEventListener("load", () => frame.contentDocument?.addEventListener("click", followLink));
  frame.src = `/kanaal?taal=${state.language}#${answer.capability}`;
  $("frame").replaceWith(frame);
}

// A link to a channel or message stays in this page; the real address would leave it.
function followLink(event) {
  const link = event.target.closest?.("a[href]");
  const found = link && /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/(?:@me|\d+)\/(\d+)/.exec(link.href);
  if (!found) return;
  event.preventDefault();
  void go(state.persona, found[1]);
}

function closeMenu() {
  if ($("side").classList.contains("is-open")) $("room").focus();
  $("side").classList.remove("is-open");
  $("menu").setAttribute("aria-expanded", "false");
}

// ---- looking around, once a second

async function look() {
  const view = await ask(`/stage/view?persona=${encodeURIComponent(state.persona)}`);
  const restarted = state.view && state.view.boot !== view.boot;
  state.view = view;
  state.persona = view.persona;
  return restarted;
}

async function poll() {
  const slept = Date.now() - state.polledAt > 60000;
  state.polledAt = Date.now();
  try {
    const asked = state.persona;
    const restarted = await look();
    if (state.away) say(word("back"));
    state.away = false;
    if (asked !== state.persona || restarted || slept
      || !state.view.places.some((one) => one.id === state.place)) {
      await go(state.persona, state.place);
      if (restarted || slept) await openRoom(true);
    }
    markRead();
    draw();
  } catch (problem) {
    if (!(problem instanceof TypeError || problem instanceof SyntaxError)) throw problem;
    state.away = true;
    say(word("away"), { stay: true });
  } finally {
    setTimeout(poll, 1000);
  }
}

// ---- what people press

$("persona").addEventListener("change", (event) => go(event.target.value, state.place));
$("menu").addEventListener("click", () => {
  const open = $("side").classList.toggle("is-open");
  $("menu").setAttribute("aria-expanded", String(open));
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !$("side").classList.contains("is-open")) return;
  closeMenu();
  $("menu").focus();
});
$("language").addEventListener("click", async () => {
  state.language = state.language === "en" ? "nl" : "en";
  memory.set("language", state.language);
  drawWords();
  draw();
  await openRoom();
});
for (const button of document.querySelectorAll("[data-skip]")) {
  button.addEventListener("click", async () => {
    const buttons = document.querySelectorAll("[data-skip]");
    buttons.forEach((one) => { one.disabled = true; });
    say(word("skipping"), { stay: true });
    const answer = await ask("/stage/skip", { seconds: Number(button.dataset.skip) }).catch(() => ({ ok: false }));
    buttons.forEach((one) => { one.disabled = false; });
    button.focus();
    say(answer.ok ? word("skipped", { now: momentText(answer.now) }) : word("failed"));
  });
}
$("post").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector("button");
  button.disabled = true;
  const answer = await ask("/stage/post", {
    persona: state.persona, place: state.place, title: form.elements.title.value, text: form.elements.text.value,
  }).catch(() => ({ ok: false }));
  button.disabled = false;
  if (!answer.ok || !answer.place) { say(word(answer.error === "closed" ? "may-not" : "failed")); return; }
  form.reset();
  say(word("placed"));
  await look();
  await go(state.persona, answer.place);
});

const asked = new URLSearchParams(location.hash.slice(1));
state.persona = asked.get("wie") || memory.get("persona") || "";
state.place = asked.get("waar") || "";
drawWords();
await look();
await go(state.persona, state.place);
setTimeout(poll, 1000);
