for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    const said = document.getElementById("copied");
    const code = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(code.textContent);
      said.textContent = "Kod skopiowany. Otwórz aplikację mObywatel.";
    } catch {
      getSelection().selectAllChildren(code);
      said.textContent = "Nie udało się skopiować. Kod jest zaznaczony, skopiuj go ręcznie.";
    }
  });
}
