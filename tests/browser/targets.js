// What of a page is a target smaller than 24 by 24 CSS pixels and not 24 pixels apart from others (WCAG 2.5.8).
() => {
  const SIZE = 24;
  const kinds = "a[href], button, input, select, textarea, summary, [role=button], [role=radio], [role=switch], " +
    "[role=slider], [role=combobox], [role=option]";
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]");
  const area = (element) => {
    const thumb = element.type === "range" && element.closest('[style*="translate"]');
    const own = thumb || (element.matches("input") && element.closest("label")) || element;
    const box = own.getBoundingClientRect();
    return { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
  };
  const inText = (element) => element.matches("a") && getComputedStyle(element).display === "inline" &&
    [...element.parentElement.childNodes].some((node) => node !== element && node.textContent.trim());
  const seen = new Map();
  for (const element of document.querySelectorAll(kinds)) {
    const box = area(element);
    const away = box.right <= 0 || box.left >= innerWidth || box.right - box.left < 2 || box.bottom - box.top < 2;
    if (shown(element) && !away && !element.disabled) seen.set(element, box);
  }
  const small = (box) => box.right - box.left < SIZE - 0.5 || box.bottom - box.top < SIZE - 0.5;
  const middle = (box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const reaches = (box, other) => {
    const [x, y] = middle(box);
    const dx = Math.max(other.left - x, 0, x - other.right), dy = Math.max(other.top - y, 0, y - other.bottom);
    if (Math.hypot(dx, dy) < SIZE / 2 - 0.5) return true;
    const [X, Y] = middle(other);
    return small(other) && Math.hypot(X - x, Y - y) < SIZE - 0.5;
  };
  const within = (one, other) => one.contains(other) || other.contains(one) ||
    (one.closest("label") && one.closest("label") === other.closest("label"));
  const wrong = [];
  for (const [element, box] of seen) {
    if (!small(box) || inText(element)) continue;
    const near = [...seen].find(([other, place]) => !within(element, other) && reaches(box, place));
    if (near) {
      const name = (e) => `${e.tagName} ${e.getAttribute("aria-label") || e.textContent}`.slice(0, 60);
      const size = `${Math.round(box.right - box.left)}×${Math.round(box.bottom - box.top)}`;
      wrong.push(`${name(element)} (${size}) beside ${name(near[0])}`);
    }
  }
  return { small: wrong, targets: seen.size };
}
