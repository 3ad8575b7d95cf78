// Search and filters of a published site, at once. Without this file every film, decade and value has a page.
// The films come as a script beside the pages, since a page from a disk cannot fetch: `filmList` takes them.
(() => {
  "use strict";
  const { films: source, up } = document.currentScript.dataset;
  const MOST = 100;
  const [FOLDER, NAME, LINE, MARKS, YEAR, TEXT, VALUES] = [0, 1, 2, 3, 4, 5, 6];
  const find = (selector) => document.querySelector(selector);
  const box = find(".searching"), input = find("#site-search"), section = find("section.films");
  const count = find(".shown [role=status] h2"), given = section.dataset.chosen || "";
  const usual = [...section.children].slice(1), words = count.textContent;
  const beside = [...document.querySelectorAll(".shown .button, .around-timeline > .said")];
  let list = null, most = MOST, chosen = new Set(given ? [given] : []);

  const made = (tag, text, className) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };
  const results = made("div"), clear = made("button", "", "button");
  clear.type = "button";
  results.hidden = clear.hidden = true;
  section.append(results);
  count.parentElement.after(clear);

  // As dashboard/query/search/fold.py: no case, no accents; й stays й.
  const fold = (text) => text.toLowerCase().normalize("NFD")
    .replace(/\p{M}/gu, (mark, at, all) => (mark === "\u0306" && all[at - 1] === "и") || /[\u3099\u309a]/.test(mark) ? mark : "")
    .replace(/ß/g, "ss").normalize("NFC");

  const TOKEN = /(-(?=[^\s-]))?(?:year:(?=[\d.<>…])(\S+)|"([^"]+)"|«([^»]+)»|[“„]([^“”]+)[“”]|(\S+))/giu;
  const bare = (word) => word.replace(/^[.,;:!?()[\]«»“”„"'’]+|[.,;:!?()[\]«»“”„"'’]+$/g, "") || word;
  const yearsOf = (text) => {
    const [, sign, equal, end] = /^([<>])(=?)(\d{1,4})$/.exec(text) || [];
    if (sign === ">") return [+end + !equal, Infinity];
    if (sign) return [-Infinity, end - !equal];
    const [, first, between, last] = /^(\d{1,4})?(?:(\.\.|…|(?<=\d{4})[-–—](?=\d{4}))(\d{1,4})?)?$/.exec(text) || [];
    if (!first && !last) return null;
    return [+(first || -Infinity), +(between ? last || Infinity : first)].sort((one, other) => one - other);
  };
  const termsOf = (search) => [...search.matchAll(TOKEN)].map(([, without, years, ...texts]) => {
    const range = years && yearsOf(years);
    if (range) return { without, first: range[0], last: range[1] };
    const phrase = texts.slice(0, 3).find(Boolean);
    const word = phrase || bare(years ? `year:${years}` : texts[3]);
    return { without, text: fold(word), others: phrase ? [] : otherSpellings(word) };
  });

  // As dashboard/query/search/spelling.py, by its own tables: what all spellings of a name have in common.
  const settled = (sounds) => sounds.replaceAll("ts", "c").replace(/i+[eo]/g, "e").replace(/(?<=[čšž])o/g, "e")
    .replace(/([ei])\1+|([^aeiou])\2+(?=.)/g, "$1$2");
  const product = (choices, limit) => choices.reduce(
    (begun, ends) => begun.flatMap((start) => ends.map((end) => start + end)).slice(0, limit), [""]);
  const isCyrillic = (word) => /^[\u0400-\u052f]+$/.test(word);
  const skeletons = (word) => {
    const { signs, cyrillic, together, latin, ways, longest, readings } = list.spelling;
    const plain = [...word.toLowerCase()].filter((letter) => !signs.includes(letter)).join("").normalize("NFC");
    if (!plain || plain.length > longest || !/^\p{L}+$/u.test(plain)) return new Set();
    if (isCyrillic(plain)) {
      const parts = plain.match(new RegExp(together, "g"));
      return new Set(product(parts.map((part) => cyrillic[part] || [""]), readings).map(settled));
    }
    const read = (way) => {
      if (new RegExp(way.never).test(plain) || !new RegExp(way.sign).test(plain)) return [];
      const turned = (way.french ? plain.replace(new RegExp(way.french), "$1n") : plain).replace(/ff$/, "v");
      const meanings = (part) => {
        const base = part.normalize("NFD")[0];
        return way.letters[part] || way.letters[base] || latin[base] || [""];
      };
      return product(turned.match(new RegExp(way.parts, "g")).map(meanings), readings);
    };
    return new Set(ways.flatMap(read).map(settled));
  };
  const otherSpellings = (word) => {
    const { romanised, misspelled, least, words: known } = list.spelling;
    if (/\d/.test(word)) return [];
    const rightly = (text) => text.toLowerCase().replace(new RegExp(misspelled, "g"), "").replace(/[эё]/g, "е");
    const right = rightly(word), mine = skeletons(word), own = fold(word), one = isCyrillic(word.toLowerCase());
    const plain = new RegExp(one ? "[\\u0450\\u0452-\\u052f]" : romanised).test(word.toLowerCase());
    return known.filter(([other, isOther, theirs]) => {
      const same = one === isCyrillic(other);
      if (other.includes(own)) return false;
      if (same && !plain && !isOther) return one && right.length >= least.misspelled && right === rightly(other);
      const [whole, begun] = same ? least.same : least.other;
      return [...mine].some((each) => each.length >= whole && theirs.some(
        (skeleton) => skeleton === each || (each.length >= begun && skeleton.startsWith(each))));
    }).map(([other]) => new RegExp(`(?<![\\p{L}\\p{N}])${other}${other.length < 6 ? "(?![\\p{L}\\p{N}])" : ""}`, "u"));
  };

  const holds = (film, { text, others, first, last }) => text === undefined
    ? film[YEAR] !== null && film[YEAR] >= first && film[YEAR] <= last
    : film[TEXT].includes(text) || String(film[YEAR]) === text || others.some((other) => other.test(film[TEXT]));
  const has = (film, code) => code.startsWith("y.")
    ? code === `y.${film[YEAR]}` : ` ${film[VALUES]} `.includes(` ${code} `);
  const found = () => {
    const terms = termsOf(input.value), filters = Map.groupBy
      ? Map.groupBy(chosen, (code) => code.split(".")[0])
      : [...chosen].reduce((all, code) => all.set(code.split(".")[0], [...(all.get(code.split(".")[0]) || []), code]), new Map());
    return list.films.filter((film) => terms.every((term) => holds(film, term) !== Boolean(term.without))
      && [...filters.values()].every((codes) => codes.some((code) => has(film, code))));
  };

  const line = (film) => {
    const row = made("li"), link = made("a");
    link.href = `${up}${list.top}films/${film[FOLDER]}/index.html`;
    link.append(made("bdi", film[NAME]));
    row.append(link);
    const marks = made("span", "", "marks");
    film[MARKS].forEach(([colour, text], at) => marks.append(at ? " · " : " ", made("span", text, `is-${colour}`)));
    if (film[MARKS].length) row.append(marks);
    if (film[LINE]) row.append(" ", made("em", film[LINE]));
    return row;
  };

  const onTimeline = (films) => {
    const folders = new Set(films.map((film) => film[FOLDER])), number = (all, year) => all.filter((film) => film[YEAR] === year).length;
    for (const mark of document.querySelectorAll(".timeline svg > a, .timeline-list a")) {
      const [, kind, name] = /(films|years)\/([^/]+)\/index\.html$/.exec(mark.getAttribute("href") || "") || [];
      if (!kind) continue;
      const share = kind === "films" ? Number(folders.has(name)) : number(films, +name) / number(list.films, +name);
      mark.classList.toggle("ghost", !share);
      if (mark.ownerSVGElement) mark.style.setProperty("--share", share);
    }
  };

  const show = () => {
    const state = new URLSearchParams();
    if (input.value.trim()) state.set("q", input.value);
    if ([...chosen].join() !== given) state.set("is", [...chosen].join());
    const isUsual = !state.size && !String(state);
    history.replaceState(null, "", location.href.split("#")[0] + (isUsual ? "" : `#${state}`));
    for (const link of document.querySelectorAll("a[data-is]")) {
      if (chosen.has(link.dataset.is)) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    for (const element of [...usual, ...beside]) element.hidden = !isUsual;
    results.hidden = clear.hidden = isUsual;
    const films = found();
    clear.textContent = list.clear;
    count.textContent = isUsual ? words : list.shown.replace("{shown}", films.length.toLocaleString(list.locale));
    const lines = made("ol", "", "lines"), more = made("button", list.more, "button");
    lines.append(...films.slice(0, most).map(line));
    more.type = "button";
    more.addEventListener("click", () => { most += MOST; show(); });
    results.replaceChildren(...(films.length ? [lines] : [made("p", list.none)]), ...(films.length > most ? [more] : []));
    onTimeline(films);
  };

  const asked = () => {
    if (list) return show();
    if (!find("script[data-list]")) {
      const script = made("script");
      script.src = source;
      script.dataset.list = "";
      document.head.append(script);
    }
  };
  window.filmList = (data) => { list = data; show(); };

  box.hidden = false;
  input.form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", () => { most = MOST; asked(); });
  clear.addEventListener("click", () => {
    input.value = "";
    chosen = new Set(given ? [given] : []);
    asked();
    input.focus();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-is]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!chosen.delete(link.dataset.is)) chosen.add(link.dataset.is);
    most = MOST;
    asked();
  });
  const before = new URLSearchParams(location.hash.slice(1));
  if (before.has("q") || before.has("is")) {
    input.value = before.get("q") || "";
    if (before.has("is")) chosen = new Set(before.get("is").split(",").filter(Boolean));
    asked();
  }
})();
