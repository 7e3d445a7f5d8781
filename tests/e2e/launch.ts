// Chromium without a screen still draws the popups of an address bar that nobody sees. They cost each test a process and
// most of a second.
const POPUPS = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];

// The features that Playwright turns off. Chromium reads only the last list it is given, so ours repeats them.
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

// Each test has a new process, which ends before what is compiled a second time, for speed, is of use: without that second
// compiler a test takes a quarter less of the processor.
const COMPILED_ONCE = "--js-flags=--no-wasm-tier-up";

export const WITHOUT_POPUPS = `--disable-features=${POPUPS.join(",")}`;

// Returns how Playwright starts the browser of the tests.
export function launchOptions(args: string[] = []) {
  return {
    executablePath: process.env.CHROME || undefined,
    args: [`${WITHOUT_POPUPS},${PLAYWRIGHT.join(",")}`, COMPILED_ONCE, ...args],
  };
}
