// Says what Streamlit's markup leaves out: which parts are search, filters and foot, and that the buttons of a chart or
// table, and what stands in the row under the axis, are one bar each, through which the arrow keys go. Names the button of
// a box for a file. Puts the page before its filters and menu, as the first view has them. Leads past the rest to the films.
(() => {
  const PARTS = [
    [".st-key-section-search", { role: "search" }],
    [".st-key-section-foot", { role: "contentinfo" }],
    ["#stSidebar:has(#filters)", { "aria-labelledby": "filters" }],
    [".stElementToolbar", { role: "toolbar" }],
    [".st-key-under_axis", { role: "group", "aria-labelledby": "timeline" }],
    [".stMain", { tabindex: "-1" }],
    ['[data-testid="stFileUploaderDropzone"] button', { "aria-labelledby": "choose-file" }],
  ];
  const ROW = ":is(#first-view .under-axis, #root .st-key-under_axis)";
  const BARS = { ".stElementToolbar": "button", ".skips": "a", [ROW]: "a, summary, input" };
  const BAR = Object.keys(BARS).join(), STEPS = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
  const BESIDE = ["#stSidebar", ".stAppHeader"];
  const isSeen = (each) => each.checkVisibility() && !each.closest("details > :not(summary)");
  const buttons = (bar) => {
    const control = Object.entries(BARS).find(([selector]) => bar.matches(selector))[1];
    return [...bar.querySelectorAll(control)].filter(isSeen);
  };
  const makeStop = (all, stop) => all.forEach((each) => { each.tabIndex = each === stop ? 0 : -1; });

  const name = () => {
    for (const [selector, attributes] of PARTS) {
      for (const part of document.querySelectorAll(`#root ${selector}`)) {
        for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value);
      }
    }
    for (const part of BESIDE.map((each) => document.querySelector(each))) {
      if (part?.nextElementSibling && !part.contains(document.activeElement)) part.parentElement.append(part);
    }
    for (const bar of document.querySelectorAll(BAR)) {
      const all = buttons(bar);
      const first = all.find((each) => each.role !== "combobox"); // a list of choices is reached by the arrow keys
      if (all.filter((each) => each.tabIndex === 0).length !== 1) makeStop(all, first);
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
  name();

  document.addEventListener("keydown", (event) => {
    const bar = event.target.closest?.(BAR), step = STEPS[event.key];
    if (!bar || !step || event.target.ariaExpanded === "true") return;
    const all = buttons(bar), at = all.indexOf(event.target);
    if (at < 0) return;
    event.preventDefault();
    const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
    makeStop(all, next);
    next.focus();
  }, true); // before a list of choices, which keeps these keys to itself

  document.addEventListener("click", (event) => {
    if (!event.target.closest?.('.skips a[href="#films"]')) return;
    event.preventDefault();
    const main = document.querySelector("#first-view main") ?? document.querySelector(".stMain");
    const target = document.getElementById("films") ?? main;
    target?.scrollIntoView({ block: "start" });
    target?.focus();
  });
})();
