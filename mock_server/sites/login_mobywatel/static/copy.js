for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
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
}
