// Follows a list that is being prepared without loading the page anew, until the view of the link can be opened.
(() => {
  const EVERY = 1000; // milliseconds
  // So long the server may wait for the list before it answers how far that is.
  const headers = { Prefer: `wait=${EVERY / 1000}` };
  const [bar, words] = ["progress", "label"].map((name) => document.querySelector(name));

  const show = (page) => {
    const far = page.querySelector("progress");
    if (!far) return;
    document.title = page.title;
    words.textContent = page.querySelector("label").textContent;
    bar.textContent = far.textContent;
    bar.value = far.value;
  };
  const ask = async () => {
    const next = performance.now() + EVERY;
    try {
      const answer = await fetch(location.href, { cache: "no-store", headers });
      if (answer.ok) return location.reload();
      show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // Nobody answers just now, as while the dashboard starts anew.
    }
    setTimeout(ask, next - performance.now());
  };
  ask();
})();
