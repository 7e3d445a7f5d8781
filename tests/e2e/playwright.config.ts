import { defineConfig } from "@playwright/test";
import type { Edition } from "./app";

// Each test runs against both editions of the finished app in dist/, unless it is tagged @folder.
// `cargo xtask test e2e` makes dist/ if it is missing and calls this.
export default defineConfig<{ edition: Edition }>({
  testDir: ".",
  outputDir: "../../target/e2e",
  globalSetup: "./serve.ts",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    actionTimeout: 15_000,
    launchOptions: { executablePath: process.env.CHROME || undefined },
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    serviceWorkers: "block",
    trace: "retain-on-failure",
  },
  projects: [
    { name: "folder", use: { edition: "folder" } },
    { name: "file", use: { edition: "file" }, grepInvert: /@folder/ },
  ],
});
