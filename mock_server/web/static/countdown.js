// Shows the seconds left; the server alone decides what is over.
for (const box of document.querySelectorAll("[data-seconds]")) {
  const end = performance.now() + Number(box.dataset.seconds) * 1000;
  const show = () => {
    const left = Math.max(0, Math.round((end - performance.now()) / 1000));
    box.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  };
  show();
  setInterval(show, 1000);
}
