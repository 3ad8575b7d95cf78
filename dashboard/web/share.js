// Shares a link by the device's own menu where there is one, else copies it, as it does the text before a button that
// copies, and says so beside the button. In a card, the link is that of the card.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button.share, button.copy");
  if (!button) return;
  const card = button.closest(".card"), isShared = button.matches(".share"), { link, title } = button.dataset;
  const text = link ?? (isShared ? card.querySelector(".cite pre") : button.previousElementSibling).textContent;
  const { copied, failed } = button.closest("[data-copied]").dataset, told = button.nextElementSibling;
  try {
    if (isShared && navigator.share) {
      await navigator.share({ title: title ?? card.querySelector("h3").textContent, url: text });
    } else {
      await navigator.clipboard.writeText(text);
      told.textContent = copied;
    }
  } catch (error) {
    if (error.name !== "AbortError") told.textContent = failed;
  }
});
