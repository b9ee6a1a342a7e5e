// Takes a page of another person's data away, or draws it anew, when the right to see it ends or changes.
const right = document.currentScript.dataset;
followWhileShown(right.status, (status) => {
  if (status === "over") location.replace(right.ended);
  if (status === "changed") location.reload();
});
