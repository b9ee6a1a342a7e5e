// The menu opens and closes by itself; this only closes it on Escape and on a click elsewhere.
const menu = document.querySelector("details.menu");
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
addEventListener("click", (event) => {
  if (!menu.contains(event.target)) menu.open = false;
});
