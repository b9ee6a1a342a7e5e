// Reads the QR code that the camera sees, or that a chosen picture shows, and hands its text over as the camera does.
const finder = document.getElementById("finder");
const scanning = document.getElementById("scanning");
const picture = document.getElementById("picture");
const canvas = document.createElement("canvas");
const SIZES = [800, 1600, 400]; // pixels: a sharp code is read small and soon, a small one large, a grainy one smaller

const say = (what) => { scanning.textContent = scanning.dataset[what]; };
const read = (source, width, height, size) => {
  const scale = Math.min(1, size / Math.max(width, height));
  canvas.width = width * scale;
  canvas.height = height * scale;
  const drawn = canvas.getContext("2d", { willReadFrequently: true });
  drawn.drawImage(source, 0, 0, canvas.width, canvas.height);
  return jsQR(drawn.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height)?.data;
};
const readLarge = (image) => {
  for (const size of SIZES) {
    const text = read(image, image.width, image.height, size);
    if (text) return text;
  }
  return null;
};
const stopCamera = () => {
  finder.srcObject?.getTracks().forEach((track) => track.stop());
  finder.srcObject = null;
};
const handOver = (text) => {
  stopCamera();
  dispatchEvent(new CustomEvent("camera", { detail: text }));
};

const look = () => {
  if (!finder.srcObject) return;
  const text = finder.videoWidth && read(finder, finder.videoWidth, finder.videoHeight, SIZES[0]);
  if (text) handOver(text);
  else requestAnimationFrame(look);
};
document.getElementById("start").addEventListener("click", async () => {
  stopCamera();
  try {
    finder.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    await finder.play();
    say("looking");
    look();
  } catch {
    say("refused");
  }
});

picture.addEventListener("change", async () => {
  const [file] = picture.files;
  if (!file) return;
  const image = await createImageBitmap(file).catch(() => null);
  const text = image && readLarge(image);
  if (text) handOver(text);
  else say("nothing");
  picture.value = ""; // the same file may be chosen again
});
addEventListener("pagehide", stopCamera);
