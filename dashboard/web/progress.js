// Follows a list that is being prepared without loading the page anew, until the view of the link can be opened.
(() => {
  const EVERY = 1000; // milliseconds
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
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      if (answer.ok) return location.reload();
      show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // Nobody answers just now, as while the dashboard starts anew.
    }
    setTimeout(ask, EVERY);
  };
  setTimeout(ask, EVERY);
})();
