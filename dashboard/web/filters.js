// Opens the sidebar for whoever asks for its filters on the page, where it is closed, and gives it the focus.
(() => {
  const OPEN = '[data-testid="stExpandSidebarButton"]', CLOSE = '[data-testid="stSidebarCollapseButton"] button';

  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("#root .to-filters")) return;
    event.preventDefault();
    document.querySelector(OPEN)?.click();
    requestAnimationFrame(() => document.querySelector(CLOSE)?.focus());
  });
})();
