import { defineConfig } from "@playwright/test";
import type { Edition } from "./app";
import { launchOptions } from "./launch";

// Specs of the differences when the whole app is one file opened by double-click: its start, its chunks, its storage,
// its files, and one walk through all of it. Pages are the same in both editions.
const EDITION_MATTERS = /(boot|chunks|evening|files|first-plan|keeping|language|one-file|pasted|review|samples|versions)\.spec\.ts$/;

// Each test runs against the folder edition of the finished app in dist/; those of these specs that are not tagged
// @folder run against the file edition too. `cargo xtask test e2e` makes dist/ if it is missing and calls this.
export default defineConfig<{ edition: Edition }>({
  testDir: ".",
  outputDir: "../../target/e2e",
  globalSetup: "./serve.ts",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // Retried once, so that one slow moment of the machine does not hide the results of other tests. A test that needs
  // a second try is listed as flaky at the end, and has to be fixed.
  retries: process.env.CI ? 1 : 0,
  // Long enough for a machine that is busy with four other tasks. A wait ends as soon as its condition holds.
  timeout: 120_000,
  expect: { timeout: 30_000, toPass: { timeout: 90_000 } },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    actionTimeout: 30_000,
    launchOptions: launchOptions(),
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    // Without transitions, so that no test reads a colour in between.
    contextOptions: { reducedMotion: "reduce" },
    serviceWorkers: "block",
    // A trace of each test doubles its time; use `--trace on` to trace a failure.
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "folder", use: { edition: "folder" } },
    { name: "file", testMatch: EDITION_MATTERS, use: { edition: "file" }, grepInvert: /@folder/ },
  ],
});
