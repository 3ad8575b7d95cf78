// Draws the cards of a page of films, and opens and closes them without the server: the link says what is open, and the
// server reads it there. The server puts on the page what closed cards show, then what is in them. It sends HTML once; a
// page that lacks some asks for it.
const texts = new Map(); // the HTML of heads and bodies, by its name
const bodies = new Map(); // what is in cards below their heads, by film: the name of its HTML
const turned = new Map(); // cards that the reader opened or closed since the server last told, by film
const starred = new Map(); // stars that the reader filled or emptied since, by film; each with the number of its click
let told = { films: [], bodies: [], open: [], shortlist: [], most: 0 }; // what the server last said
let say = () => {}; // tells the server
let root = null; // where the cards stand
let clicks = 0;

const open = () => {
  const films = told.open.filter((film) => !turned.has(film));
  return [...films, ...[...turned].filter(([, isOpen]) => isOpen).map(([film]) => film)].slice(-told.most);
};
const writeLink = (write) => {
  const link = new URL(location);
  link.searchParams.delete("open");
  open().forEach((film) => link.searchParams.append("open", film));
  if (link.href !== location.href) history[write](history.state, "", link);
};
const cards = () => [...root.children];
const film = (card) => card.dataset.film;

const showStars = () => {
  const on = new Set(told.shortlist);
  starred.forEach(({ isOn }, each) => (isOn ? on.add(each) : on.delete(each)));
  for (const star of root.querySelectorAll(".star")) {
    const card = star.closest(".card"), isOn = on.has(film(card));
    const text = told.stars[isOn ? "take" : "put"].replace("{film}", () => card.querySelector("h3").textContent);
    star.disabled = told.isFull && !isOn;
    star.classList.toggle("is-on", isOn);
    if (star.matches(".button")) star.textContent = text;
    else {
      star.textContent = isOn ? "★" : "☆";
      star.setAttribute("aria-label", text);
      star.title = text;
    }
  }
};
const isTurned = (card) => { // by the reader, or by the browser where it finds something
  const name = film(card), isOpen = card.firstElementChild.open;
  if (isOpen === open().includes(name)) return false;
  turned.delete(name);
  turned.set(name, isOpen);
  return true;
};
const showOpen = () => {
  const films = new Set(open());
  for (const card of cards()) card.firstElementChild.open = films.has(film(card));
};

const made = (name, head) => {
  const card = document.createElement("div");
  card.className = "card";
  [card.dataset.film, card.dataset.head] = [name, head];
  card.innerHTML = texts.get(head);
  return card;
};
const body = (card) => [...card.firstElementChild.children].slice(1);
const replaced = (card, head) => { // by one with another head
  const other = made(film(card), head);
  other.firstElementChild.append(...body(card));
  if (card.dataset.body) other.dataset.body = card.dataset.body;
  return other;
};
const fill = (card) => {
  const name = bodies.get(film(card));
  if (card.dataset.body === name || !texts.has(name)) return;
  body(card).forEach((node) => node.remove());
  card.firstElementChild.insertAdjacentHTML("beforeend", texts.get(name));
  card.dataset.body = name;
};
const place = () => {
  const before = new Map(cards().map((card) => [film(card), card]));
  const after = told.films.map(([name, head]) => {
    const known = before.get(name);
    if (!known) return made(name, head);
    return known.dataset.head === head ? known : replaced(known, head);
  });
  const focused = root.contains(document.activeElement) && document.activeElement;
  const at = focused && film(focused.closest(".card"));
  cards().filter((card) => !after.includes(card)).forEach((card) => card.remove());
  after.forEach((card, index) => { if (root.children[index] !== card) root.insertBefore(card, root.children[index] ?? null); });
  after.forEach(fill);
  if (focused && !focused.isConnected) {
    const card = after.find((each) => film(each) === at);
    card?.querySelector(focused.matches("summary") ? "summary" : ".star").focus({ preventScroll: true });
  }
};

const rootIn = (parent) => {
  const known = parent.querySelector(":scope > .cards");
  if (known) return known;
  const element = document.createElement("div");
  element.className = "cards";
  element.addEventListener("toggle", ({ target }) => {
    if (!target.matches(".card > details") || !isTurned(target.parentElement)) return;
    writeLink("pushState");
    showOpen();
    if (told.tells) say("turned", ++clicks);
  }, true);
  element.addEventListener("click", ({ target }) => {
    const star = target.closest(".star");
    if (!star) return;
    starred.set(film(star.closest(".card")), { isOn: !star.classList.contains("is-on"), at: ++clicks });
    showStars();
    say("starred", { at: clicks, films: Object.fromEntries([...starred].map(([each, { isOn }]) => [each, isOn])) });
  });
  parent.append(element);
  return element;
};
addEventListener("popstate", () => {
  turned.clear();
  told.open = new URL(location).searchParams.getAll("open");
  if (root) showOpen();
});

const keep = (sent) => { // whether all is there that the server has named
  for (const [, name, text] of [...sent.films ?? [], ...sent.bodies]) if (text !== undefined) texts.set(name, text);
  sent.bodies.forEach(([name, text]) => bodies.set(name, text));
  const wanted = new Set([...told.films.map(([, head]) => head), ...bodies.values()]);
  texts.forEach((_, name) => { if (!wanted.has(name)) texts.delete(name); });
  return texts.size === wanted.size;
};
const draw = (sent) => {
  if (!keep(sent)) {
    say("lacking", ++clicks);
    return;
  }
  place();
  showStars();
};
const follow = (sent) => { // with the cards of other films, or with other heads
  cards().forEach(isTurned);
  told = sent;
  const films = new Set(told.films.map(([name]) => name));
  bodies.forEach((_, name) => { if (!films.has(name)) bodies.delete(name); });
  turned.forEach((isOpen, each) => { if (told.open.includes(each) === isOpen) turned.delete(each); });
  starred.forEach(({ at }, each) => { if (at <= told.heard) starred.delete(each); });
  draw(told);
  showOpen();
  if (turned.size) writeLink("replaceState");
};
const hear = () => {
  if (!root?.isConnected) return;
  for (const message of document.querySelectorAll(".told:not(:empty)")) {
    const sent = JSON.parse(message.textContent);
    message.replaceChildren();
    (sent.films ? follow : draw)(sent);
  }
};
new MutationObserver(hear).observe(document, { childList: true, subtree: true });

export default ({ parentElement, setTriggerValue }) => {
  say = setTriggerValue;
  root = rootIn(parentElement);
  if (!root.firstChild) follow(told);
  hear();
};
