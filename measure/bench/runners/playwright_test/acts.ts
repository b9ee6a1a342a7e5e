/** What several walks do alike. */

import type { Page } from "@playwright/test";

import type { Journey } from "./journey";

/** The last confirmation: until then the account is closed. */
export async function confirm(journey: Journey, page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).waitFor();
  await journey.stillClosed();
  await press(page, button);
}

export async function enterPin(journey: Journey, page: Page): Promise<void> {
  await page.getByLabel("PIN1", { exact: true }).waitFor();
  await journey.stillClosed();
  await type(page, "PIN1", journey.person.id_card.pin1);
}

export async function fillPassword({ page, person }: Journey): Promise<void> {
  await tile(page, "Profil zaufany");
  await logIn(page, person.trusted_profile.username, person.trusted_profile.password);
}

export async function logInAtBank({ page, person }: Journey, bank: string): Promise<void> {
  await logIn(page, person.bank_customers[bank].number, person.bank_customers[bank].password);
}

async function logIn(page: Page, name: string, password: string): Promise<void> {
  await page.locator("[autocomplete=username]").fill(name);
  await page.locator("[autocomplete=current-password]").fill(password);
  await press(page, "Zaloguj się");
}

export async function openApp({ phone, world, person }: Journey): Promise<Page> {
  const app = await phone();
  await app.goto(world.url("mobywatel", `/telefon/${person.phone}`));
  await app.getByLabel("Hasło do aplikacji").fill(person.mobywatel.password);
  await press(app, "Zaloguj się");
  return app;
}

export async function openEdoCode(page: Page): Promise<void> {
  await tile(page, "e-dowód");
  await page.getByRole("button", { name: "Aplikacja eDO App" }).click();
}

export async function confirmByCard(journey: Journey, app: Page): Promise<void> {
  await press(app, "POTWIERDZAM");
  await type(app, "Numer CAN", journey.person.id_card.can);
  await type(app, "Numer dokumentu", journey.person.id_card.number);
  await enterPin(journey, app);
}

/** The camera of the app hears what was read. */
export async function deliver(app: Page, text: string): Promise<void> {
  await app.getByRole("heading", { name: "Zeskanuj kod QR" }).waitFor(); // else nobody listens yet
  const arrived = app.waitForEvent("framenavigated");
  await app.evaluate((detail) => dispatchEvent(new CustomEvent("camera", { detail })), text);
  await arrived;
}

export async function tile(page: Page, name: string): Promise<void> {
  await page.getByRole("region", { name: "Sposoby logowania" }).getByRole("link").filter({ hasText: name }).click();
}

export async function type(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(value);
  await press(page, "Dalej");
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}
