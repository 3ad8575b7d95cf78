// While Streamlit draws a page in pieces it may take the control that has the focus away and put it back, and the
// focus is then lost. This gives it back to the control of the same key, or of one that differs by its number alone:
// that is the widget that has taken its place. A form that begins anew once it is kept gets it where it begins. A control
// that what it did switches off, such as the last Undo, leaves it to the one beside it.
(() => {
  const KEYED = '.stElementContainer[class*="st-key-"]', FORM = '[class*="st-key-form-"]';
  const FIRST = ':is(h3[tabindex], input, textarea)', BESIDE = 'button:enabled, [role="tab"][aria-selected="true"]';
  const IDLE = '.stApp[data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]';
  let held = null;

  const hold = (control) => {
    const place = control.closest?.(KEYED);
    if (!place) return null;
    const key = [...place.classList].find((name) => name.startsWith("st-key-"));
    const name = CSS.escape(key.replace(/__\d+$/, ""));
    const same = `:is(.${name}, [class*="${name}__"]) ${control.localName}`;
    const form = control.closest(FORM)?.className.match(/st-key-form-[^ ]+/)[0];
    return { control, same, form, at: [...place.querySelectorAll(control.localName)].indexOf(control) };
  };
  const isSeen = (control) => control.offsetParent && !control.closest(".stElementToolbar");
  const seenIn = (part, what) => [...(part?.querySelectorAll(what) ?? [])].find(isSeen);
  const beside = (part) => part && (seenIn(part, BESIDE) ?? beside(part.parentElement));
  const begins = () => held.form && seenIn(document.querySelector(`.${CSS.escape(held.form)}`), FIRST);
  const isLost = () => held && document.activeElement === document.body &&
    (!held.control.isConnected || held.control.disabled);
  const lead = () => {
    const same = document.querySelectorAll(held.same)[held.at];
    if (same && !same.disabled) same.focus({ preventScroll: true });
    else if (document.querySelector(IDLE)) {
      const next = held.control.isConnected ? beside(held.control.parentElement) : begins();
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: "nearest" });
    }
  };

  document.addEventListener("focusin", (event) => { held = hold(event.target); });
  document.addEventListener("focusout", (event) => queueMicrotask(() => {
    const left = event.target.isConnected && !event.target.disabled && document.activeElement === document.body;
    if (left && held?.control === event.target) held = null;
  }));
  document.addEventListener("pointerdown", (event) => { if (!held?.control.contains(event.target)) held = null; });
  new MutationObserver(() => { if (isLost()) lead(); }).observe(document.body, {
    childList: true, subtree: true, attributeFilter: ["disabled", "data-test-script-state"],
  });
})();
