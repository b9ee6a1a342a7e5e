const form = document.getElementById("auto-post");
form.requestSubmit(form.querySelector("button")); // as if it were pressed: a hand that is faster sends nothing twice
