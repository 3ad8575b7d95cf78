// The first view stands until the live page has drawn all that it shows. One frame then puts the live page in its
// place, and carries over what the reader did meanwhile: cards opened, words typed, the focus, and what they look at.
(() => {
  const first = document.getElementById("first-view");
  const root = document.getElementById("root");
  if (!first || !root) return;
  root.inert = true;

  const every = (within, selector) => [...within.querySelectorAll(selector)];
  const rows = () => every(first, ".row");
  const tiles = (within) => every(within, ".tile");
  const cards = () => every(root, ".card > details");
  const charts = () => every(root, '[data-testid="stVegaLiteChart"]').filter((chart) => chart.checkVisibility());
  const typed = first.querySelector('input[name="q"]');
  const search = () => root.querySelector(".st-key-section-search input, [class*='st-key-search'] input");
  const isTyped = () => typed && typed.value !== typed.defaultValue;
  const PAIRS = [
    [".chosen", ".st-key-selected"],
    [".list-head", ".list-head"],
    [".shown", ".st-key-section-shown"],
    [".timeline", ".st-key-section-timeline"],
    [".timeline-list", ".timeline-list"],
    [".gallery", ".st-key-gallery"],
  ];

  const hasRun = () =>
    root.querySelector('[data-test-script-state="notRunning"]') &&
    root.querySelector("h1") &&
    !root.querySelector('[data-stale="true"], [data-testid="stSkeleton"]');
  const isDrawn = () => charts().every((chart) => chart.querySelector("svg, canvas")) && document.fonts.status === "loaded";

  // A card that was opened or closed meanwhile is opened or closed on the live page, once, before that is shown.
  const asked = new Set();
  const opened = () => {
    const live = cards();
    if (!live.length && root.querySelector(".st-key-cards")) return false;
    if (live.length !== rows().length) return true;
    rows().forEach((row, at) => {
      const ask = `${at} ${row.open}`;
      if (row.open === live[at].open || asked.has(ask)) return;
      asked.add(ask);
      live[at].querySelector("summary").click();
    });
    return rows().every((row, at) => row.open === live[at].open && (!row.open || live[at].querySelector(".film")));
  };

  const pairs = () => {
    const live = cards();
    const same = PAIRS.map(([one, other]) => [first.querySelector(one), root.querySelector(other)]);
    const lines = live.length === rows().length ? rows().map((row, at) => [row, live[at]]) : [];
    return [...same, ...lines].filter(([one, other]) => one && other);
  };
  const lookedAt = () => {
    if (window.scrollY === 0) return null;
    const seen = pairs().filter(([one]) => one.getBoundingClientRect().bottom > 0);
    return seen.reduce((best, [one, live]) => {
      const { top } = one.getBoundingClientRect();
      return !best || Math.abs(top) < Math.abs(best.top) ? { live, top } : best;
    }, null);
  };
  const focused = () => {
    const active = document.activeElement;
    if (active === typed) return search();
    if (active?.matches(".tile")) return tiles(root)[tiles(first).indexOf(active)];
    const at = rows().findIndex((row) => row.firstElementChild === active);
    return at < 0 ? null : cards()[at]?.querySelector("summary");
  };

  const swap = () => {
    const at = lookedAt();
    const focus = focused();
    const text = isTyped() ? typed.value : null;
    observer.disconnect();
    root.inert = false;
    first.remove();
    if (at) root.querySelector('[data-testid="stMain"]').scrollTop += at.live.getBoundingClientRect().top - at.top;
    focus?.focus({ preventScroll: true });
    if (text !== null && search()) typeInto(search(), text);
    document.dispatchEvent(new Event("film-list:live"));
  };

  const PATIENCE = 8000; // milliseconds for a chart, a font or a card that does not come
  let ranAt = null;
  const isReady = () => {
    if (!hasRun() || (isTyped() && !search())) {
      ranAt = null;
      return false;
    }
    if (ranAt === null) {
      ranAt = performance.now();
      setTimeout(look, PATIENCE);
    }
    return (isDrawn() && opened()) || performance.now() - ranAt >= PATIENCE;
  };

  let waiting = false;
  const look = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (first.isConnected && isReady()) swap();
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  document.fonts.addEventListener("loadingdone", look);
})();
