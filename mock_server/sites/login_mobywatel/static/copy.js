addEventListener("click", async ({ target }) => { // wherever the button is: a waiting page may show another
  const button = target.closest("[data-copy]");
  if (!button) return;
  const code = document.getElementById(button.dataset.copy);
  const said = button.nextElementSibling;
  try {
    await navigator.clipboard.writeText(code.textContent);
    said.textContent = button.dataset.copied;
  } catch {
    getSelection().selectAllChildren(code);
    said.textContent = button.dataset.failed;
  }
});
