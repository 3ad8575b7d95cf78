// Puts what opens over the page beside the sidebar, where it would cover that, says whose list of choices is open, and
// closes an explanation that lies over the page by Escape and by a click elsewhere. Styles ask for what is said here: a
// style that looked for it by itself, with `:has()` of the whole page, would make each change of the page cost twice.
(() => {
  const BODY = '[data-testid="stPopoverBody"]', SIDEBAR = '.stSidebar[data-collapsed="false"]';
  const OVER = ":is(.reading, .how-to-search)[open]";
  const GAP = 8; // pixels
  const hasRoom = matchMedia("(min-width: 48.01rem)");
  const placed = new WeakMap(); // by what has opened, how far it was moved

  const place = (body) => {
    const edge = hasRoom.matches ? document.querySelector(SIDEBAR)?.getBoundingClientRect().right ?? 0 : 0;
    const before = placed.get(body) ?? 0;
    body.toggleAttribute("data-beside", edge > 0);
    const by = edge ? Math.max(0, Math.ceil(edge + GAP - body.getBoundingClientRect().left + before)) : 0;
    if (by === before) return;
    placed.set(body, by);
    body.style.translate = `${by}px 0`;
  };
  const moved = new MutationObserver((changes) => changes.forEach(({ target }) => place(target)));
  new MutationObserver(() => {
    for (const body of document.querySelectorAll(BODY)) {
      if (placed.has(body)) continue;
      placed.set(body, 0);
      place(body);
      moved.observe(body, { attributeFilter: ["style"] });
    }
  }).observe(document.body, { childList: true, subtree: true });

  new MutationObserver(() => {
    const open = document.querySelector('[class*="st-key-"] [role="combobox"][aria-expanded="true"]');
    const around = [];
    for (let each = open; each; each = each.parentElement) around.push(...each.className.match?.(/st-key-[^ ]+/g) ?? []);
    document.body.dataset.choosing = around.join(" ");
  }).observe(document.body, { attributeFilter: ["aria-expanded"], subtree: true });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelectorAll(OVER).forEach((each) => { each.open = false; });
  });
  document.addEventListener("click", ({ target }) => {
    if (!hasRoom.matches) return;
    document.querySelectorAll(OVER).forEach((each) => { if (!each.contains(target)) each.open = false; });
  });
})();
