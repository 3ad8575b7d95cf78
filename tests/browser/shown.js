// What stands on the page: the link, each control, and the films.
() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const text = (element) => element?.textContent.trim() ?? null;
  const pressed = {};
  for (const group of all('[class*="st-key-facet-"] [role="toolbar"]')) {
    const chosen = [...group.querySelectorAll('[aria-pressed="true"]')].map((pill) => text(pill).replace(/ \([^)]*\)$/, ""));
    if (chosen.length) pressed[group.ariaLabel] = chosen.sort();
  }
  return {
    link: location.search.slice(1),
    count: text(document.querySelector("p.count")),
    search: document.querySelector('[class*="st-key-search"] input')?.value ?? null,
    pressed,
    chips: all('.stElementContainer[class*="st-key-drop-"]').length,
    cards: all('.card > .row > summary').map((head) => text(head)),
    open: all('.card > .row[open] > summary').map((head) => text(head)),
    history: all('[class*="st-key-lane"] input')[0]?.checked ?? null,
    layout: text(all('[class*="st-key-layout"] [data-selected]')[0]),
  };
}
