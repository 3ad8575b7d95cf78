// Holds the versions of a changed list in the tab, and gives them back to the session that begins with a reload.
(() => {
  const HELD = "film-list:versions", FIELD = ".st-key-memory-versions input";
  let given = null; // the field that was given what the tab held

  const give = (field, text) => {
    typeInto(field, text);
    field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  };
  const look = () => {
    const field = document.querySelector(FIELD);
    if (!field) return;
    try {
      const held = sessionStorage.getItem(HELD) ?? "";
      if (field.value && field.value !== held) sessionStorage.setItem(HELD, field.value);
      else if (!field.value && held && field !== given) give(given = field, held);
    } catch {
      // The browser stores nothing for this page, so a reload forgets the changes.
    }
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributeFilter: ["value"] });
})();
