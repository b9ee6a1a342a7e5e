// The server decides what a waiting page becomes. While the page stays, only its parts change: a live region that stands
// tells what it holds now, and focus and scroll stay where they are. Where the login goes on, the page is asked anew.
const box = document.querySelector("[data-wait]");
let leaving = false; // one way off this page: a reload must not overtake a form, nor a second reload the first
const leave = () => {
  if (leaving) return;
  leaving = true;
  location.reload();
};

const show = (fresh) => {
  const focused = document.activeElement;
  for (const part of document.querySelectorAll("[data-part]")) {
    const now = fresh.getElementById(part.id);
    if (part.innerHTML !== now.innerHTML) part.replaceChildren(...now.childNodes);
  }
  box.dataset.status = fresh.querySelector("[data-wait]").dataset.status;
  if (focused.isConnected) return;
  const heading = document.querySelector("h1"); // what had the focus is gone: the page is read from its beginning
  heading.tabIndex = -1;
  heading.focus();
};
const change = async () => {
  const answer = await fetch(box.dataset.wait, { headers: { Accept: "text/html" } });
  if (answer.status >= 500) return; // it is told again
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (fresh.querySelector("[data-wait]")) show(fresh);
  else leave(); // the page leads on, or is no longer this person's
};

let turn = Promise.resolve(); // one change after the other: the later one is the truth
const told = (status) => {
  turn = turn.then(() => leaving || status === box.dataset.status || change()).catch(() => {}); // cut: it is told again
};
const following = followStatus(box.dataset.wait, told, leave);
addEventListener("submit", () => { leaving = true; });
globalThis.navigation?.addEventListener("navigateerror", () => { leaving = false; }); // stopped on its way: it stays
addEventListener("visibilitychange", following.ask);
document.addEventListener("resume", following.ask);
addEventListener("pagehide", following.stop);
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
