// Shares a link by the device's own menu where there is one, else copies it, and says so beside the button.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button.share");
  if (!button) return;
  const { link: url, title, copied, failed } = button.dataset, told = button.nextElementSibling;
  try {
    if (navigator.share) await navigator.share({ title, url });
    else {
      await navigator.clipboard.writeText(url);
      told.textContent = copied;
    }
  } catch (error) {
    if (error.name !== "AbortError") told.textContent = failed;
  }
});
