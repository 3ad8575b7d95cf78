// Shares a link by the device's own menu where there is one, else copies it, as it does the text before a button that
// copies, and says so beside the button.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button.share, button.copy");
  if (!button) return;
  const { link: url, title, copied, failed } = button.dataset, told = button.nextElementSibling;
  try {
    if (url && navigator.share) await navigator.share({ title, url });
    else {
      await navigator.clipboard.writeText(url ?? button.previousElementSibling.textContent);
      told.textContent = copied;
    }
  } catch (error) {
    if (error.name !== "AbortError") told.textContent = failed;
  }
});
