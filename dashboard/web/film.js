// Brings the card of a film into view as soon as a reader has chosen the film, with the focus on the card's heading, and
// leads back to where they chose it when they close it. It moves nothing for a reader who meanwhile does something else.
(() => {
  const CARD = ".st-key-selected", CHART = ".st-key-section-timeline .stVegaLiteChart";
  const BAR = 76, SHARE = 0.6, FOLLOWED = 10_000; // pixels under the page's bar, part of the window, milliseconds
  let shown = null; // the film whose card stands there
  let asked = { loads: true }; // what the reader did last, which the page may answer; null once they do something else
  let from = null; // what they did to choose the film that is shown
  let last = null; // the film whose card stood there before
  let bar = null; // finds the bar of a chart that the reader followed, which the page draws again
  let until = 0; // when the page no longer sees to place and focus while parts arrive

  const main = () => document.querySelector(".stMain");
  const moves = () => !from?.loads && !matchMedia("(prefers-reduced-motion: reduce)").matches ? "smooth" : "instant";
  const finding = (control) => { // the control, or the one that has taken its place by then
    const key = control.closest('[class*="st-key-"]')?.className.match(/st-key-[^ ]+/)[0];
    const text = control.textContent;
    return () => {
      if (control.isConnected) return control;
      const same = key ? [...document.querySelectorAll(`.${CSS.escape(key)} ${control.localName}`)] : [];
      return same.find((each) => each.checkVisibility() && each.textContent === text);
    };
  };
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
  const mark = (film) => { // on the timeline, or on its list where that stands for it
    const chart = document.querySelector(CHART);
    if (chart?.checkVisibility()) return chart;
    const rows = [...document.querySelectorAll(".timeline-list a")];
    return rows.find((row) => new URL(row.href).searchParams.get("film") === film);
  };
  const refocus = () => { // once more, if Streamlit replaces what has just been given the focus
    const target = from?.find?.() ?? mark(last);
    if (target && isLost()) focus(target);
    return target;
  };
  const leadBack = () => {
    until = performance.now() + FOLLOWED;
    const target = refocus();
    if (from?.find) main().scrollTo({ top: from.top, behavior: moves() });
    else target?.scrollIntoView({ block: "nearest", behavior: moves() });
  };
  const look = () => {
    if (document.getElementById("first-view")) return;
    const again = bar && isLost() && bar();
    if (again) focus(again);
    const film = document.querySelector(`${CARD} [data-film]`)?.dataset.film ?? null;
    const isGone = !document.querySelector(CARD) && !new URLSearchParams(location.search).has("film");
    if (film === shown && !film && performance.now() < until && isLost()) refocus();
    if (film === shown || (!film && !isGone)) return;
    [last, shown] = [shown, film];
    if (film && asked) show();
    else if (film) from = null;
    else if (asked?.leaves) leadBack();
  };

  const carry = (link) => { // the cards that are open now, of which the server may not have heard
    const to = new URL(link.href), here = new URLSearchParams(location.search);
    if (to.pathname !== location.pathname || to.searchParams.get("list") !== here.get("list")) return;
    to.searchParams.delete("open");
    here.getAll("open").forEach((film) => to.searchParams.append("open", film));
    link.href = to.href;
  };
  const follow = (event, link) => { // as Forward does, so that the page stays and the row can be led back to
    event.preventDefault();
    history.pushState(null, "", link);
    dispatchEvent(new PopStateEvent("popstate"));
  };

  const busy = () => { [asked, bar, until] = [null, null, 0]; };
  for (const input of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    document.addEventListener(input, busy, { capture: true, passive: true });
  }
  document.addEventListener("click", (event) => {
    const { target } = event, link = target.closest("#root a[href]");
    if (link?.getAttribute("href").startsWith("?")) carry(link);
    const row = target.closest(`.timeline-list a, .charts a[href], a.tile, #root .card a[target="_self"]`);
    if (row && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) follow(event, row.href);
    bar = row?.closest(".charts") ? finding(row) : null;
    const control = target.closest(`button, a, summary, ${CHART}`) ?? target;
    asked = { find: finding(control), top: main()?.scrollTop, leaves: Boolean(target.closest(CARD)) };
  }, true);
  addEventListener("popstate", () => { asked = { leaves: true }; });
  document.addEventListener("film-list:live", () => {
    if (Math.max(scrollY, main()?.scrollTop ?? 0) >= 40) asked = null;
    look();
  });
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
})();
