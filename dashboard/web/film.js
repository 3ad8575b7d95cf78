// Brings the card of a film into view as soon as a reader has chosen the film, with the focus on the card's heading, and
// leads back to where they chose it when they close it. It moves nothing for a reader who meanwhile does something else.
(() => {
  const CARD = ".st-key-selected", CHART = ".st-key-section-timeline .stVegaLiteChart";
  const BAR = 76, SHARE = 0.6, FOLLOWED = 10_000; // pixels under the page's bar, part of the window, milliseconds
  let shown = null; // the film whose card stands there
  let asked = { loads: true }; // what the reader did last, which the page may answer; null once they do something else
  let from = null; // what they did to choose the film that is shown
  let until = 0; // when the page stops following the card while the parts around it arrive

  const main = () => document.querySelector(".stMain");
  const moves = () => !from?.loads && !matchMedia("(prefers-reduced-motion: reduce)").matches ? "smooth" : "instant";
  const placeOf = (control) => {
    if (control.matches(CHART)) return CHART;
    const key = control.closest('[class*="st-key-"]')?.className.match(/st-key-[^ ]+/)[0];
    return key && `.${CSS.escape(key)} ${control.localName}`;
  };
  const seen = (selector) => [...document.querySelectorAll(selector)].find((each) => each.checkVisibility());
  const isLost = () => document.activeElement === document.body;
  const focus = (element) => {
    if (element.tabIndex < 0) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };

  const place = () => {
    const card = document.querySelector(CARD);
    if (!card || performance.now() > until) return;
    const { top, height } = card.getBoundingClientRect();
    const above = top - BAR, below = top + Math.min(height, innerHeight * SHARE) - innerHeight;
    const by = from.loads ? above : Math.min(above, Math.max(0, below));
    if (Math.abs(by) >= 1) main().scrollBy({ top: by, behavior: moves() });
  };
  const around = new ResizeObserver(place);

  const show = () => {
    const card = document.querySelector(CARD), heading = card.querySelector("h3");
    [from, until] = [asked, performance.now() + FOLLOWED];
    if (!asked.loads || isLost()) focus(heading);
    card.scrollTop = 0;
    [card, document.querySelector(".stMainBlockContainer")].forEach((part) => around.observe(part));
  };
  const leadBack = () => {
    const { control, place, top } = from ?? {};
    const found = control?.isConnected ? control : place && seen(place);
    const target = found ?? document.querySelector(CHART);
    if (target && isLost()) focus(target);
    if (found) main().scrollTo({ top, behavior: moves() });
    else target?.scrollIntoView({ block: "nearest", behavior: moves() });
  };
  const look = () => {
    if (document.getElementById("first-view")) return;
    const film = document.querySelector(`${CARD} [data-film]`)?.dataset.film ?? null;
    const isGone = !document.querySelector(CARD) && !new URLSearchParams(location.search).has("film");
    if (film === shown || (!film && !isGone)) return;
    shown = film;
    if (film && asked) show();
    else if (film) from = null;
    else if (asked?.leaves) leadBack();
  };

  const busy = () => { [asked, until] = [null, 0]; };
  for (const input of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    document.addEventListener(input, busy, { capture: true, passive: true });
  }
  document.addEventListener("click", ({ target }) => {
    const control = target.closest(`button, a, summary, ${CHART}`) ?? target;
    asked = { control, place: placeOf(control), top: main()?.scrollTop, leaves: Boolean(target.closest(CARD)) };
  }, true);
  addEventListener("popstate", () => { asked = { leaves: true }; });
  document.addEventListener("film-list:live", () => {
    asked = Math.max(scrollY, main()?.scrollTop ?? 0) < 40 ? { loads: true } : null;
    look();
  });
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
})();
