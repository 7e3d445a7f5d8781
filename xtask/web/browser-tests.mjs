// Runs one wasm test program in a real browser; Cargo calls it as its runner. node browser-tests.mjs TEST.wasm [ARGUMENTS]
// wasm-bindgen's runner serves the tests, Playwright's browser opens them: no WebDriver is needed on any system.
import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";

const PATIENCE = 180_000;

const runner = spawn(process.env.WASM_BINDGEN_TEST_RUNNER, process.argv.slice(2), {
  env: { ...process.env, NO_HEADLESS: "1", WASM_BINDGEN_USE_BROWSER: "1", WASM_BINDGEN_TEST_ADDRESS: "127.0.0.1:0" },
  stdio: ["ignore", "pipe", "inherit"],
});

let said = "";
const serving = new Promise((found) => {
  runner.stdout.on("data", (chunk) => {
    said += chunk;
    const match = said.match(/available at (http:\S+)/);
    if (match) found(match[1]);
  });
});
const ended = new Promise((done, failed) => runner.on("error", failed).on("exit", (code) => done(code ?? 1)));

// It ends by itself if there is nothing to serve: no tests, or an unreadable program.
const address = await Promise.race([serving, ended]);
if (typeof address === "string") {
  process.exitCode = await visit(address).finally(() => runner.kill());
} else {
  process.stdout.write(said);
  process.exitCode = address;
}

async function visit(address) {
  const browser = await chromium.launch({ executablePath: process.env.CHROME });
  const page = await browser.newPage();
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  await page.goto(address);
  const output = page.locator("#output");
  const finished = await output
    .filter({ hasText: /test result: / })
    .waitFor({ timeout: PATIENCE })
    .then(() => true, () => false);
  const report = (await output.textContent()) ?? "";
  console.log(report);
  await browser.close();
  if (finished && report.includes("test result: ok")) return 0;
  if (!finished) console.error(`テストが ${PATIENCE / 1000} 秒たっても終わりません。`);
  console.error(troubles.join("\n"));
  return 1;
}
