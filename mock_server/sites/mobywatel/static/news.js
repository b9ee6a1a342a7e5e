// What comes while the app is open is told by itself: the badge counts, a reader hears it, an open list shows it.
const news = document.getElementById("news");
const badge = document.getElementById("waiting-pushes");

// The part changes, not the page, and what had the focus in it keeps it.
const freshen = async (part) => {
  const page = await fetch(part.dataset.part).then((answer) => answer.text()).catch(() => "");
  const fresh = new DOMParser().parseFromString(page, "text/html").getElementById(part.id);
  const focused = part.contains(document.activeElement) && document.activeElement.getAttribute("href");
  if (fresh) part.replaceWith(fresh);
  if (fresh && focused) fresh.querySelector(`[href="${focused}"]`)?.focus();
};

const told = (status) => {
  if (status === news.dataset.told) return;
  const [hadPushes, hadMessages] = news.dataset.told.split(" ").map(Number);
  const [pushes, messages] = status.split(" ").map(Number);
  news.dataset.told = status;
  badge.textContent = pushes;
  badge.hidden = pushes === 0;
  news.textContent = pushes > hadPushes ? news.dataset.push : messages > hadMessages ? news.dataset.message : "";
  document.querySelectorAll("[data-part]").forEach(freshen);
};

followWhileShown(news.dataset.status, told);
