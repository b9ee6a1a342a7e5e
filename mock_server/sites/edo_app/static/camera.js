// The phone's camera has decoded a picture: hand its text to the app.
const form = document.getElementById("camera");
addEventListener("camera", (event) => {
  form.elements.scanned.value = event.detail;
  form.submit();
}, { once: true });
