/** The ten paths, from the outside into the account. */

import { expect } from "@playwright/test";

import { arrive, openHub } from "./ends";
import { given } from "./given";
import { test } from "./journey";
import { WALKS } from "./walks";

for (const [path, walk] of Object.entries(given.walks)) {
  test.describe(path, () => {
    test.use({ path });

    test("opens the account", async ({ journey }) => {
      await openHub(journey);
      await WALKS[walk](journey);
      await arrive(journey);
      const { page, person } = journey;
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${person.given_name} ${person.family_name}`);
      for (const fact of [person.pesel, given.identified[path]]) {
        await expect(page.getByRole("definition").getByText(fact, { exact: true })).toBeVisible();
      }
      await journey.isOpen();
    });
  });
}
