// While Streamlit draws a page in pieces it may take the control that has the focus away and put it back, and the
// focus is then lost. This gives it back to the control of the same key, or of one that differs by its number alone:
// that is the widget that has taken its place.
(() => {
  const KEYED = '.stElementContainer[class*="st-key-"]';
  let held = null;

  const hold = (control) => {
    const place = control.closest?.(KEYED);
    if (!place) return null;
    const key = [...place.classList].find((name) => name.startsWith("st-key-"));
    const name = CSS.escape(key.replace(/__\d+$/, ""));
    const same = `:is(.${name}, [class*="${name}__"]) ${control.localName}`;
    return { control, same, at: [...place.querySelectorAll(control.localName)].indexOf(control) };
  };
  const isLost = () => held && !held.control.isConnected && document.activeElement === document.body;

  document.addEventListener("focusin", (event) => { held = hold(event.target); });
  document.addEventListener("focusout", (event) => queueMicrotask(() => {
    const left = event.target.isConnected && document.activeElement === document.body;
    if (left && held?.control === event.target) held = null;
  }));
  document.addEventListener("pointerdown", () => { held = null; });
  new MutationObserver(() => {
    if (isLost()) document.querySelectorAll(held.same)[held.at]?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
})();
