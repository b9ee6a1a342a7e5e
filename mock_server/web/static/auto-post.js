const form = document.getElementById("auto-post");
// Sent while the page loads, the form takes the page's place in the history; sent later, it leaves one behind,
// and Back would ask to send a form again, or go forward once more.
history.replaceState(null, "", form.dataset.behind);
form.requestSubmit(form.querySelector("button")); // as if it were pressed: a hand that is faster sends nothing twice
