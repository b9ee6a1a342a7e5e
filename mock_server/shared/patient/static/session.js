// Warns before the session ends. The server alone decides when that is; this shows what it says.
const dialog = document.getElementById("session-end");
const left = dialog.querySelector("time");

const told = (status) => {
  const [stage, seconds, end] = status.split(" ");
  if (stage === "over") return location.replace(dialog.dataset.over);
  if (stage === "alive") return dialog.close();
  left.dateTime = end;
  left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  for (const part of dialog.querySelectorAll("[data-stage]")) part.hidden = part.dataset.stage !== stage;
  if (!dialog.open) dialog.showModal();
};

const following = followWhileShown(dialog.dataset.status, told);

dialog.querySelector("form[method=post]").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const sent = { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" };
  await fetch(form.action, sent).catch(() => {}); // cut: the dialog stays, for another try
  await following.ask();
});
// A form that leaves the page (a logout) decides itself where to; the end it causes is no news here.
addEventListener("submit", (event) => {
  if (event.target.method === "post" && !event.defaultPrevented) following.stop();
});
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
