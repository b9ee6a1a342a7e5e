for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    const said = document.getElementById("copied");
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      said.textContent = "Kod skopiowany. Otwórz aplikację mObywatel.";
    } catch {
      said.textContent = "Nie udało się skopiować. Zaznacz kod i skopiuj go ręcznie.";
    }
  });
}
