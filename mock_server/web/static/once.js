// A second press of the same button, while the line is slow, sends nothing twice.
// The server holds this too; here it spares the person a page about a used login.
const pressed = new Set();
addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return; // what a script sends, or closes, itself
  const button = event.submitter ?? event.target;
  if (pressed.has(button)) event.preventDefault();
  pressed.add(button);
});
const allow = () => pressed.clear();
addEventListener("pageshow", allow);
globalThis.navigation?.addEventListener("navigateerror", allow); // stopped on its way: the person may try again
