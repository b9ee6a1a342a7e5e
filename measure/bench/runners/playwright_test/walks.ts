/** How each method is walked, from the hub to the service provider. */

import { expect } from "@playwright/test";

import {
  confirm,
  confirmByCard,
  deliver,
  enterPin,
  fillPassword,
  logInAtBank,
  openApp,
  openEdoCode,
  press,
  tile,
  type,
} from "./acts";
import { scan } from "./camera";
import type { Journey } from "./journey";

export const WALKS: Record<string, (journey: Journey) => Promise<void>> = {
  by_sms: async (journey) => {
    const { page, person, world } = journey;
    await fillPassword(journey);
    await page.getByLabel("Kod SMS").waitFor();
    const text = await world.lastSms(person);
    await page.getByLabel("Kod SMS").fill(/Kod: (\d+)/.exec(text)![1]);
    await journey.stillClosed();
    await press(page, "Potwierdź");
  },

  by_push: async (journey) => {
    await fillPassword(journey);
    await expect(journey.page.getByRole("heading", { level: 1 })).toHaveText("Potwierdź w aplikacji mObywatel");
    const app = await openApp(journey);
    await app.getByRole("link", { name: "Powiadomienia" }).click();
    await app.getByRole("link").filter({ hasText: "Operacja nr" }).click();
    await confirm(journey, app, "Zatwierdź");
  },

  by_bank: async (journey) => {
    await tile(journey.page, "Profil zaufany");
    await press(journey.page, "mBank");
    await logInAtBank(journey, "mbank");
    await confirm(journey, journey.page, "Potwierdzam");
  },

  by_mojeid: async (journey) => {
    await tile(journey.page, "mojeID");
    await press(journey.page, "ING Bank Śląski");
    await logInAtBank(journey, "ing");
    await confirm(journey, journey.page, "Wyrażam zgodę");
  },

  by_cooperative: async (journey) => {
    const { page } = journey;
    await tile(page, "mojeID");
    await press(page, "Grupa BPS");
    await page.getByLabel("Województwo").selectOption("mazowieckie");
    await press(page, "Pokaż banki");
    await page.getByLabel("Nazwa banku").fill("Bank Spółdzielczy w Płońsku");
    await press(page, "Dalej");
    await logInAtBank(journey, "bps");
    await confirm(journey, page, "Wyrażam zgodę");
  },

  by_reader: async (journey) => {
    const { page, person } = journey;
    await tile(page, "e-dowód");
    await page.getByRole("button", { name: "Czytnik podłączony do komputera" }).click();
    await type(page, "Numer dokumentu", person.id_card.number);
    await type(page, "Numer CAN", person.id_card.can);
    await enterPin(journey, page);
  },

  by_edo_qr: async (journey) => {
    await openEdoCode(journey.page);
    const text = await scan(journey.page.getByRole("img", { name: "Kod QR do zeskanowania aplikacją eDO App" }));
    const app = await journey.phone();
    await app.goto(journey.world.url("edo-app"));
    await app.getByRole("link", { name: "Zeskanuj kod QR" }).click();
    await deliver(app, text);
    await confirmByCard(journey, app);
  },

  by_edo_number: async (journey) => {
    await openEdoCode(journey.page);
    const number = await journey.page.getByRole("status", { name: "Numer do wpisania w aplikacji" }).innerText();
    const app = await journey.phone();
    await app.goto(journey.world.url("edo-app"));
    await app.getByRole("link", { name: "Wpisz numer" }).click();
    await type(app, "Numer", number);
    await confirmByCard(journey, app);
  },

  by_qr: async (journey) => {
    await tile(journey.page, "Aplikacja mObywatel");
    const text = await scan(journey.page.getByRole("img", { name: "Kod QR do zeskanowania aplikacją mObywatel" }));
    const app = await openApp(journey);
    await app.getByRole("link", { name: "Kod QR" }).click();
    await app.getByRole("link", { name: "Zeskanuj kod QR" }).click();
    await deliver(app, text);
    await confirm(journey, app, "Udostępnij dane");
  },

  by_code: async (journey) => {
    await tile(journey.page, "Aplikacja mObywatel");
    await press(journey.page, "Skopiuj kod");
    await expect(journey.page.getByRole("status").filter({ hasText: "Kod skopiowany" })).toBeVisible();
    const app = await openApp(journey);
    await app.getByRole("link", { name: "Kod QR" }).click();
    await app.getByRole("link", { name: "Wpisz kod" }).click();
    await app.getByLabel("Kod", { exact: true }).focus();
    await app.keyboard.press("ControlOrMeta+V");
    await press(app, "Dalej");
    await confirm(journey, app, "Udostępnij dane");
  },
};
