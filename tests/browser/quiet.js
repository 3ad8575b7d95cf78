// Waits until the page has been quiet for so long that nothing more comes.
() => new Promise((done, fail) => {
  const began = performance.now();
  let last = began;
  const seen = new MutationObserver(() => { last = performance.now(); });
  seen.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  const app = () => document.querySelector('[data-testid="stApp"]').dataset.testScriptState;
  const look = setInterval(() => {
    if (app() !== "notRunning") last = performance.now();
    const isQuiet = performance.now() - last > 800;
    if (!isQuiet && performance.now() - began < 60_000) return;
    clearInterval(look);
    seen.disconnect();
    isQuiet ? done() : fail(new Error("the page does not come to rest"));
  }, 50);
})
