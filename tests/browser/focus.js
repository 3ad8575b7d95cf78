// What has the focus: its name, whether one sees that it has it, and what covers it.
async () => {
  const element = document.activeElement;
  if (!element || element === document.body) return { name: "", seen: true, covered: "" };
  const label = element.labels && element.labels[0];
  const own = element.matches("main") ? "main" : element.textContent.trim();
  const name = element.getAttribute("aria-label") || own || (label ? label.textContent : "");
  const around = [element, label, element.parentElement, element.parentElement.parentElement,
    element.closest('[data-baseweb], [role="group"], [class*="stElementContainer"]')].filter(Boolean);
  const parts = new Set(around.flatMap((each) => [each, ...[...each.querySelectorAll("*")].slice(0, 40)]));
  const look = () => [...parts].map((part) => {
    const style = getComputedStyle(part);
    return [style.outlineStyle === "none" ? "" : style.outline, style.boxShadow, style.borderColor,
      style.backgroundColor].join();
  }).join("\n");
  const changes = async (before) => {
    const ends = performance.now() + 600;
    while (look() === before && performance.now() < ends) await new Promise(requestAnimationFrame);
    return look() !== before;
  };
  const ringed = getComputedStyle(element).outlineStyle !== "none" || element.matches("main:not(:focus-visible)");
  const inside = () => {
    const box = element.getBoundingClientRect();
    return box.top < innerHeight && box.bottom > 0;
  };
  const scrolled = performance.now() + 2000;
  while (!inside() && performance.now() < scrolled) await new Promise(requestAnimationFrame);
  if (!inside()) element.scrollIntoView({ block: "nearest" }); // moved by what was drawn above it meanwhile
  const focused = look();
  element.blur();
  let seen = (await changes(focused)) || ringed;
  const without = look();
  element.focus({ preventScroll: true, focusVisible: true });
  seen = (await changes(without)) || seen;
  const thumb = element.type === "range" && element.closest('[style*="translate"]');
  const place = thumb || (element.getBoundingClientRect().width > 2 ? element : label || element.parentElement);
  const box = place.getBoundingClientRect();
  const [x, y] = [(box.left + Math.min(box.right, innerWidth)) / 2, (box.top + Math.min(box.bottom, innerHeight)) / 2];
  const top = document.elementFromPoint(x, y);
  const free = top && around.some((each) => each.contains(top) || top.contains(each));
  return {
    name: name.replace(/\s+/g, " "),
    seen,
    covered: free ? "" : top ? `${top.tagName} ${top.className}`.slice(0, 80) : "the edge of the window",
  };
}
