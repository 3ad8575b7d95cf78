// Shares a link by the device's own menu where there is one, else copies it, as it does the text before a button that
// copies, and says so beside the button.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button.share, button.copy");
  if (!button) return;
  const isShared = button.matches(".share"), told = button.nextElementSibling;
  const text = (isShared ? button.closest(".cite").querySelector("pre") : button.previousElementSibling).textContent;
  const { copied, failed } = button.closest("[data-copied]").dataset;
  try {
    if (isShared && navigator.share) {
      await navigator.share({ title: button.dataset.title ?? button.closest(".card").querySelector("h3").textContent, url: text });
    } else {
      await navigator.clipboard.writeText(text);
      told.textContent = copied;
    }
  } catch (error) {
    if (error.name !== "AbortError") told.textContent = failed;
  }
});
