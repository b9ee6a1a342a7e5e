// A second press of the same button, while the line is slow, sends nothing twice.
// The server holds this too; here it spares the person a page about a used login.
const pressed = new Set();
const PATIENCE = 10_000; // milliseconds: Firefox tells nobody of a sending that was stopped
addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return; // what a script sends, or closes, itself
  const button = event.submitter ?? event.target;
  if (pressed.has(button)) event.preventDefault();
  pressed.add(button);
  setTimeout(() => pressed.delete(button), PATIENCE);
});
const allow = () => pressed.clear();
addEventListener("pageshow", allow);
globalThis.navigation?.addEventListener("navigateerror", allow); // stopped on its way: the person may try again
