// The server decides what a waiting page becomes: at any change of status the page asks for itself again.
const box = document.querySelector("[data-wait]");
let leaving = false; // one way off this page: a reload must not overtake a form, nor a second reload the first
const leave = () => {
  if (leaving) return;
  leaving = true;
  location.reload();
};
const following = followStatus(box.dataset.wait, (status) => { if (status !== box.dataset.status) leave(); }, leave);
addEventListener("submit", () => { leaving = true; });
globalThis.navigation?.addEventListener("navigateerror", () => { leaving = false; }); // stopped on its way: it stays
addEventListener("visibilitychange", following.ask);
document.addEventListener("resume", following.ask);
addEventListener("pagehide", following.stop);
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
