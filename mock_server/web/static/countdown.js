// Shows the seconds left; the server alone decides what is over.
const ends = new WeakMap(); // by box: a waiting page may show another
const count = () => {
  for (const box of document.querySelectorAll("[data-seconds]")) {
    if (!ends.has(box)) ends.set(box, performance.now() + Number(box.dataset.seconds) * 1000);
    const left = Math.max(0, Math.round((ends.get(box) - performance.now()) / 1000));
    box.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  }
};
count();
setInterval(count, 1000);
