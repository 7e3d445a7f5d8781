import { chromium, type Browser, type BrowserContext } from "@playwright/test";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test as base } from "./app";
import { WITHOUT_POPUPS } from "./launch";

// Options that turn off everything a test does not need: a new profile on a busy machine is slow to start.
const BARE = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-extensions",
  "--disable-component-extensions-with-background-pages",
  "--disable-component-update",
  "--disable-background-networking",
  WITHOUT_POPUPS,
];
const PATIENCE = 120_000;
// Time within which a browser answers, in ms: after that it hangs, and another is started in its place.
const ANSWERS_WITHIN = 50_000;

// A browser of its own, whose process a test can kill: one of Playwright would always be closed in good order.
export class OwnBrowser {
  private constructor(
    private readonly process: ChildProcess,
    private readonly browser: Browser,
  ) {}

  static async start(profile: string): Promise<OwnBrowser> {
    const first = await OwnBrowser.begin(profile, ANSWERS_WITHIN).catch(() => undefined);
    return first ?? OwnBrowser.begin(profile, PATIENCE);
  }

  private static async begin(profile: string, timeout: number): Promise<OwnBrowser> {
    const program = process.env.CHROME || chromium.executablePath();
    const flags = ["--headless=new", "--no-sandbox", "--remote-debugging-port=0", `--user-data-dir=${profile}`, ...BARE];
    const child = spawn(program, flags, { stdio: ["ignore", "ignore", "pipe"] });
    const address = await new Promise<string>((found, failed) => {
      createInterface({ input: child.stderr! }).on("line", (line) => {
        const said = line.match(/DevTools listening on (ws:.*)/);
        if (said) found(said[1]!);
      });
      child.on("error", failed);
      child.on("exit", () => failed(new Error(`${program} は、始まらずに終わりました。`)));
    });
    try {
      return new OwnBrowser(child, await chromium.connectOverCDP(address, { timeout }));
    } catch (hung) {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
      throw hung;
    }
  }

  context(): BrowserContext {
    return this.browser.contexts()[0]!;
  }

  // Kills the processes without a chance to clean up.
  async kill() {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = once(this.process, "exit");
    this.process.kill("SIGKILL");
    await gone;
    await this.browser.close();
  }
}

// Starts browsers that share one profile, one after the other.
export const test = base.extend<{ startBrowser: () => Promise<OwnBrowser> }>({
  startBrowser: async ({}, use, about) => {
    about.setTimeout(about.timeout + 2 * PATIENCE);
    const started: OwnBrowser[] = [];
    await use(async () => {
      const browser = await OwnBrowser.start(about.outputPath("profile"));
      started.push(browser);
      return browser;
    });
    for (const browser of started) await browser.kill();
  },
});
