import { defineConfig } from "@playwright/test";

import { given } from "./given";

export default defineConfig({
  testDir: ".",
  outputDir: given.output,
  fullyParallel: true,
  workers: given.workers,
  repeatEach: given.rounds,
  timeout: 120_000,
  reporter: [["dot"], ["allure-playwright", { resultsDir: given.results }]],
  use: {
    screenshot: "only-on-failure",
    launchOptions: { executablePath: given.browser, args: given.arguments },
  },
});
