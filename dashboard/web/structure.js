// Says what Streamlit's markup leaves out: which parts are search, filters and foot, that each card is headed by its film,
// and that the buttons of a chart or table are one bar, through which the arrow keys go. Leads past the rest to the films.
(() => {
  const PARTS = [
    [".st-key-section-search", { role: "search" }],
    [".st-key-section-foot", { role: "contentinfo" }],
    ["#stSidebar:has(#filters)", { "aria-labelledby": "filters" }],
    [".st-key-cards summary [data-testid=stMarkdownContainer] > p", { role: "heading", "aria-level": "3" }],
    [".stElementToolbar", { role: "toolbar" }],
  ];
  const BAR = ".stElementToolbar", STEPS = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
  const buttons = (bar) => [...bar.querySelectorAll("button")];
  const makeStop = (all, stop) => all.forEach((each) => { each.tabIndex = each === stop ? 0 : -1; });

  const name = () => {
    for (const [selector, attributes] of PARTS) {
      for (const part of document.querySelectorAll(`#root ${selector}`)) {
        for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value);
      }
    }
    for (const bar of document.querySelectorAll(BAR)) {
      const all = buttons(bar);
      if (all.filter((each) => each.tabIndex === 0).length !== 1) makeStop(all, all[0]);
    }
  };

  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      name();
    });
  }).observe(document.body, { childList: true, subtree: true });

  document.addEventListener("keydown", (event) => {
    const bar = event.target.closest?.(BAR), step = STEPS[event.key];
    if (!bar || !step) return;
    event.preventDefault();
    const all = buttons(bar), at = all.indexOf(event.target) + step;
    const next = all[Math.max(0, Math.min(all.length - 1, at))];
    makeStop(all, next);
    next.focus();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".skips a");
    if (!link) return;
    event.preventDefault();
    const main = document.querySelector("#first-view main") ?? document.querySelector(".stMain");
    const target = (link.hash === "#films" && document.getElementById("films")) || main;
    target?.scrollIntoView({ block: "start" });
    target?.focus();
  });
})();
