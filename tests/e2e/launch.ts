// Headless Chromium still draws the invisible popups of an address bar. They cost each test a process and most of a
// second.
const POPUPS = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];

// Features that Playwright turns off. Chromium uses only the last list, so this one repeats them.
const PLAYWRIGHT = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "TcpPortRandomizationWin",
  "ThirdPartyStoragePartitioning",
];

// Each test has a new process, which ends before wasm optimised at run time pays off: without that second compiler a
// test takes a quarter less processor time.
const COMPILED_ONCE = "--js-flags=--no-wasm-tier-up";

export const WITHOUT_POPUPS = `--disable-features=${POPUPS.join(",")}`;

// Returns how Playwright starts the browser of the tests.
export function launchOptions(args: string[] = []) {
  return {
    executablePath: process.env.CHROME || undefined,
    args: [`${WITHOUT_POPUPS},${PLAYWRIGHT.join(",")}`, COMPILED_ONCE, ...args],
  };
}
