/** How a path begins and how it ends, whatever the method. */

import type { Journey } from "./journey";

/** From the outside to login.gov.pl, and the cookie banner away. */
export async function openHub({ page, world, entry }: Journey): Promise<void> {
  await page.goto(world.url(entry === "app" ? "mojeikp" : "pacjent"));
  if (entry === "menu") {
    const banner = page.getByRole("banner");
    await banner.getByRole("group").getByText("Zaloguj się", { exact: true }).click();
    await banner.getByRole("link", { name: "Zaloguj się na IKP" }).click();
  } else if (entry === "banner") {
    await page.getByRole("main").getByRole("link", { name: "Logowanie na IKP" }).click();
  } else {
    await page.getByRole("link", { name: "Zaloguj się", exact: true }).click();
  }
  await page.getByRole("button", { name: "Akceptuję" }).click();
}

/** What a service provider asks at a first login. */
export async function arrive({ page, destination }: Journey): Promise<void> {
  if (destination === "ikp") {
    await page.getByRole("checkbox", { name: "Akceptuję regulamin" }).check();
    await page.getByRole("button", { name: "Akceptuję i przechodzę do konta" }).click();
  } else {
    await page.getByLabel("Nowy PIN", { exact: true }).fill("2580");
    await page.getByLabel("Powtórz PIN", { exact: true }).fill("2580");
    await page.getByRole("button", { name: "Zapisz PIN" }).click();
  }
}
