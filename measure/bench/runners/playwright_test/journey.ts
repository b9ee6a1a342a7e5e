/** What a walk along a path is given, as fixtures of the runner. */

import { type BrowserContextOptions, devices, type Page, test as base } from "@playwright/test";

import { Account } from "./account";
import { type Person, World } from "./world";

const LOCAL = { locale: "pl-PL", timezoneId: "Europe/Warsaw" };
const COMPUTER: BrowserContextOptions = { ...LOCAL, viewport: { width: 1280, height: 900 } };
const PIXEL = phone("Pixel 7");
const DEVICES: Record<string, BrowserContextOptions> = { computer: COMPUTER, pixel: PIXEL, iphone: phone("iPhone 15") };

export interface Journey {
  page: Page;
  world: World;
  person: Person;
  entry: string;
  destination: string;
  /** The page of the phone: a tab of the phone in hand, or a device of its own. */
  phone(): Promise<Page>;
  /** Asserts that the account is closed; each walk asks just before the last confirmation. */
  stillClosed(): Promise<void>;
  /** Asserts that the data endpoint answers with the person's data. */
  isOpen(): Promise<void>;
}

/** `path` is the name of a path of the table; each test has a world, a person and contexts of its own. */
export const test = base.extend<{ path: string; journey: Journey }>({
  path: ["", { option: true }],
  journey: async ({ browser, path }, use, info) => {
    const [entry, ...rest] = path.split("-");
    const [device, destination] = rest.slice(-3);
    const world = await World.create(`t${info.parallelIndex}-${info.testId.slice(-6)}-${info.repeatEachIndex}`);
    const person = await world.makePerson(path.includes("-push-") ? "push" : "sms");
    const context = await browser.newContext(DEVICES[device]);
    const others = device === "computer" ? () => browser.newContext(PIXEL) : () => Promise.resolve(context);
    const account = new Account(world.url(destination));
    const opened = [context];
    await use({
      page: await context.newPage(),
      world,
      person,
      entry,
      destination,
      phone: async () => {
        const other = await others();
        opened.push(other);
        return other.newPage();
      },
      stillClosed: () => account.expectClosed(context),
      isOpen: () => account.expectOpen(context, person.pesel),
    });
    await Promise.all([...new Set(opened)].map((one) => one.close()));
    await world.drop();
  },
});

/** Where a person's tap is permission enough, a headless browser denies what it cannot ask. */
function phone(name: string): BrowserContextOptions {
  const { defaultBrowserType: _, ...described } = devices[name];
  return { ...described, ...LOCAL, permissions: ["clipboard-write"] };
}
