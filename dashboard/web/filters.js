// Opens the sidebar for whoever asks for its filters on the page, where it is closed, and gives it the focus. Where it
// would cover the page, it is closed whenever the page is loaded, however it was left.
(() => {
  const COVERS = "(max-width: 48rem)", LEFT = "stSidebarCollapsed-";
  const OPEN = '[data-testid="stExpandSidebarButton"]', CLOSE = '[data-testid="stSidebarCollapseButton"] button';

  try {
    const left = Object.keys(localStorage).filter((key) => key.startsWith(LEFT));
    if (matchMedia(COVERS).matches) left.forEach((key) => localStorage.removeItem(key));
  } catch {
    // The browser stores nothing for this page, so it knows of no sidebar left open.
  }
  document.addEventListener("click", (event) => {
    const asks = event.target.closest?.('#root .to-filters, .skips a[href="#choose"]');
    if (!asks || document.getElementById("first-view")) return;
    event.preventDefault();
    const open = document.querySelector(OPEN);
    open?.click();
    requestAnimationFrame(() => document.querySelector(open ? CLOSE : "#filters")?.focus());
  });
})();
