// The phone's camera hands over what it decoded; the page sends it on.
addEventListener("camera", (event) => {
  const form = document.getElementById("camera");
  form.elements.code.value = event.detail;
  form.submit();
});
