// Does one step after another, each so many milliseconds after the one before, whatever the page is doing meanwhile.
// Gives back the pills clicked since something that may have undone others. What is not there cannot be clicked.
async (steps) => {
  const pass = (ms) => new Promise((done) => setTimeout(done, ms));
  const all = (selector) => [...document.querySelectorAll(selector)];
  const bare = (element) => element.textContent.replace(/ \([^)]*\)$/, "").trim();
  const nth = (elements, at) => elements[at % elements.length];
  const find = {
    pill: (facet, value) => all(`[class*="st-key-facet-${facet}"] button`).find((each) => bare(each) === value),
    chip: (at) => nth(all('.stElementContainer[class*="st-key-drop-"]'), at)?.querySelector("button"),
    card: (at) => nth(all('.card > .row > summary'), at),
    star: (at) => nth(all('.card > .star'), at),
    clear: () => all('[class*="st-key-clear_all"] button:enabled')[0],
    history: () => all('[class*="st-key-lane"] input')[0],
    layout: (name) => all('[class*="st-key-layout"] [data-variant]').find((each) => bare(each) === name),
  };
  const first = navigation.currentEntry.index;
  // The entry stays the same until a step back has been done, so two at once must not lead off the page.
  let underWay = 0;
  const go = {
    back: () => {
      if (navigation.currentEntry.index - underWay <= first) return;
      underWay += 1;
      history.back();
    },
    forward: () => navigation.canGoForward && history.forward(),
  };
  const type = async (text) => {
    all('[class*="st-key-search"] input')[0]?.focus();
    for (const letter of text) {
      document.execCommand("insertText", false, letter);
      await pass(15);
    }
  };
  let clicked = [];
  let undoings = 0;
  const undone = () => { clicked = []; undoings += 1; };
  const gone = () => { underWay = Math.max(0, underWay - 1); undone(); };
  // A widget that another replaces in the very moment of the click never tells of it.
  const note = (pill, value) => {
    const before = undoings;
    setTimeout(() => setTimeout(() => { if (pill.isConnected && before === undoings) clicked.push(value); }));
  };
  window.addEventListener("popstate", gone);
  for (const [ms, act, ...what] of steps) {
    await pass(ms);
    if (act in go) go[act]();
    else if (act === "type") await type(...what);
    else {
      const target = find[act](...what);
      target?.click();
      if (act === "pill" && target) note(target, what[1]);
      if (act === "chip" || act === "clear") undone();
    }
  }
  await pass(300);
  window.removeEventListener("popstate", gone);
  return clicked;
}
