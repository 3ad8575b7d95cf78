// Runs in a page before the page's own scripts. In each frame that follows a change of the document, what a visitor
// looks at – the count, the first card, the charts – is compared with what was there before; `changed` says when each
// was last another, `first` when it was first there, `began` when the last key or button was pressed: all in
// milliseconds since the page's origin. What Streamlit marks as stale or running is no change. `first.film` is when a
// film could be read, on the live page or before that.
({count, card, film, quiet}) => {
  const text = selector => (selector && document.querySelector(selector)?.textContent) || '';
  // What is in a closed card is not looked at.
  const shown = each => {
    const row = each.querySelector('details');
    return [...each.children].map(part => (part === row && !row.open ? row.firstElementChild : part).textContent).join();
  };
  const firstCard = () => card && document.querySelector(card);
  const parts = {
    count: () => text(count),
    card: () => firstCard() ? `${firstCard().querySelector('details')?.open} ${shown(firstCard())}` : '',
    chart: () => [...document.querySelectorAll(CHARTS)].filter(isSeen).map(chart => chart.innerHTML).join(),
  };
  const CHARTS = '[data-testid="stVegaLiteChart"] :is(svg, canvas), .charts';
  const isSeen = chart => chart.checkVisibility();
  const seen = {count: '', card: '', chart: ''};
  const watch = window.watch = {began: 0, changed: {}, first: {}};
  let due = false;

  const compare = () => {
    due = false;
    if (film && document.querySelector(film)?.checkVisibility()) watch.first.film ??= performance.now();
    for (const [name, part] of Object.entries(parts)) {
      const now = part();
      if (now === seen[name]) continue;
      seen[name] = now;
      watch.changed[name] = performance.now();
      if (now) watch.first[name] ??= performance.now();
    }
  };
  new MutationObserver(() => {
    if (!due) requestAnimationFrame(compare);
    due = true;
  }).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
  for (const kind of ['pointerdown', 'keydown'])
    addEventListener(kind, event => { if (event.isTrusted) watch.began = event.timeStamp; }, true);

  const last = () => Math.max(...Object.values(watch.changed));
  watch.again = () => { watch.changed = {}; };
  watch.took = () => last() - watch.began;
  watch.settled = expected =>
    expected.every(name => name in watch.changed)
    && document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-stale="true"]')
    && performance.now() - Math.max(watch.began, last()) > quiet;
}
