// A browser of its own, with a profile that outlives it: its process can be killed without a last word.
import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

// A new profile on a busy machine takes long enough to start without what no round needs.
const BARE = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-extensions",
  "--disable-component-extensions-with-background-pages",
  "--disable-component-update",
  "--disable-background-networking",
];

export async function startBrowser(profile) {
  const program = process.env.CHROME || chromium.executablePath();
  const flags = ["--headless=new", "--no-sandbox", "--remote-debugging-port=0", `--user-data-dir=${profile}`, ...BARE];
  const child = spawn(program, [...flags, "--lang=ja", "--window-size=1280,900"], { stdio: ["ignore", "ignore", "pipe"] });
  const address = await new Promise((found, failed) => {
    createInterface({ input: child.stderr }).on("line", (line) => {
      const said = line.match(/DevTools listening on (ws:.*)/);
      if (said) found(said[1]);
    });
    child.on("error", failed);
    child.on("exit", () => failed(new Error(`${program} は、始まらずに終わりました。`)));
  });
  const browser = await chromium.connectOverCDP(address, { timeout: 120_000 });
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    isRunning,
    newPage: async () => {
      const page = await browser.contexts()[0].newPage();
      page.setDefaultTimeout(30_000);
      return page;
    },
    kill: async () => {
      if (!isRunning()) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
      await browser.close().catch(() => {});
    },
  };
}
