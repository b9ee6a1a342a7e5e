/** The phone's camera: a screenshot's pixels, read by jsQR. */

import type { Locator } from "@playwright/test";
import jsQR from "jsqr";
import { PNG } from "pngjs";

export async function scan(code: Locator): Promise<string> {
  const { data, width, height } = PNG.sync.read(await code.screenshot());
  const read = jsQR(new Uint8ClampedArray(data), width, height, { inversionAttempts: "dontInvert" });
  if (!read) throw new Error(`no QR code in ${width}×${height} pixels`);
  return read.data;
}
