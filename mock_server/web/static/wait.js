// The server decides what a waiting page becomes: at any change of status the page asks for itself again.
const box = document.querySelector("[data-wait]");
let leaving = false; // one way off this page: a reload must not overtake a form, nor a second reload the first
const told = (status) => {
  if (leaving || status === box.dataset.status) return;
  leaving = true;
  location.reload();
};
const poll = async () => {
  const seen = await fetch(box.dataset.wait, { headers: { Accept: "application/json" } })
    .then((answer) => answer.ok && answer.json())
    .catch(() => false); // the network is cut: the next poll may find it back
  if (seen) told(seen.status);
};
const source = new EventSource(box.dataset.wait);
source.onmessage = (event) => told(event.data);
source.onerror = () => { source.close(); setInterval(poll, 1000); };
addEventListener("submit", () => { leaving = true; });
addEventListener("pagehide", () => source.close());
