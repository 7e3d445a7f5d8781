// Checks the publications of a folder, one folder a publication: html-validate, vnu, links and fragments, JSON-LD, frictionless,
// axe. Prints every finding, and fails if there is one. node publications.mjs FOLDER
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import axe from "axe-core";
import { HtmlValidate } from "html-validate";
import jsonld from "jsonld";
import { HTML_RULES, schemaOrg } from "./html-rules.mjs";

const [root] = process.argv.slice(2);
const run = promisify(execFile);
const LARGEST = { maxBuffer: 1 << 28 };
// Long words are for widths, which the end-to-end tests check.
const names = (await readdir(root)).filter((name) => name !== "long-words").sort();
const pages = [];
for (const name of names) {
  const paths = (await readdir(join(root, name), { recursive: true })).filter((path) => path.endsWith(".html"));
  for (const path of paths.sort()) pages.push({ name, path: path.replaceAll("\\", "/"), html: await readFile(join(root, name, path), "utf8") });
}

const CHECKS = [
  ["html-validate", validated],
  ["links", linked],
  ["JSON-LD", described],
  ["vnu", process.env.VNU && (() => checkedByVnu(process.env.VNU))],
  ["frictionless", process.env.FRICTIONLESS && (() => packaged(process.env.FRICTIONLESS))],
  ["axe", readable],
];
let findings = 0;
console.log(`${names.join(", ")}: ${pages.length} ページ`);
for (const [name, check] of CHECKS) {
  const found = check ? await check() : [];
  findings += found.length;
  for (const one of found) console.log(`  ${name}: ${one}`);
  console.log(`${!check ? "－" : found.length ? "✗" : "✓"} ${name} ${check ? `${found.length} 件` : "道具がないため、していません"}`);
}
if (findings) process.exit(1);

async function validated() {
  const validate = new HtmlValidate(HTML_RULES);
  const found = [];
  for (const { name, path, html } of pages) {
    const { results } = await validate.validateString(html, path);
    for (const { messages } of results) for (const one of messages) found.push(`${name}/${path}:${one.line}:${one.column} ${one.ruleId}: ${one.message}`);
  }
  return found;
}

// Every address that leads into the folder, with its fragment.
async function linked() {
  const ids = new Map(pages.map(({ name, path, html }) => [`${name}/${path}`, new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))]));
  const there = new Set();
  for (const name of names) for (const path of await readdir(join(root, name), { recursive: true })) there.add(`${name}/${path.replaceAll("\\", "/")}`);
  const found = [];
  for (const { name, path, html } of pages)
    for (const [, link] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      if (/^[a-z][a-z+.-]*:/i.test(link)) continue;
      const [to, fragment] = link.split("#");
      const target = to ? posix.join(name, posix.dirname(path), decodeURI(to)) : `${name}/${path}`;
      if (!there.has(target)) found.push(`${name}/${path}: ${link}`);
      else if (fragment && !ids.get(target)?.has(decodeURIComponent(fragment))) found.push(`${name}/${path}: ${link} (fragment)`);
    }
  return found;
}

async function described() {
  const found = [];
  for (const { name, path, html } of pages)
    for (const [, text] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
      try {
        const facts = await jsonld.toRDF(JSON.parse(text), { documentLoader: schemaOrg, format: "application/n-quads" });
        if (!String(facts)) found.push(`${name}/${path}: says nothing`);
      } catch (error) {
        found.push(`${name}/${path}: ${error.message}`);
      }
  return found;
}

async function checkedByVnu(jar) {
  const folders = names.map((name) => join(root, name));
  // It exits with an error if it finds something, and its output has the findings.
  const { stderr } = await run("java", ["-jar", jar, "--errors-only", "--skip-non-html", "--format", "json", ...folders], LARGEST).catch((failed) => failed);
  const { messages } = JSON.parse(stderr);
  return messages.map((one) => `${one.url?.replace(pathToFileURL(root).href, "")}:${one.lastLine} ${one.message}`);
}

// A data package with its tables; without one, each table by itself.
async function packaged(program) {
  const found = [];
  for (const name of names) {
    const folder = join(root, name);
    const files = await readdir(folder);
    const checked = files.includes("datapackage.json") ? ["datapackage.json"] : files.filter((path) => path.endsWith(".csv"));
    for (const path of checked) {
      const { stdout } = await run(program, ["validate", "--json", path], { cwd: folder, ...LARGEST }).catch((failed) => failed);
      const report = JSON.parse(stdout);
      for (const { message } of report.errors ?? []) found.push(`${name}/${path}: ${message}`);
      for (const task of report.tasks ?? []) for (const { message } of task.errors ?? []) found.push(`${name}/${task.place}: ${message}`);
      if (!report.tasks?.length) found.push(`${name}/${path}: nothing was checked`);
    }
  }
  return found;
}

// Every page once, alternately light and wide or dark and narrow.
async function readable() {
  const found = [];
  const browser = await chromium.launch({ executablePath: process.env.CHROME || undefined });
  const LOOKS = [
    { colorScheme: "light", viewport: { width: 1280, height: 800 } },
    { colorScheme: "dark", viewport: { width: 360, height: 800 } },
  ];
  await Promise.all(
    LOOKS.map(async (look, turn) => {
      // The pages let no script run; axe is one.
      const page = await (await browser.newContext({ bypassCSP: true, ...look })).newPage();
      for (const { name, path } of pages.filter((_, at) => at % LOOKS.length === turn)) {
        await page.goto(pathToFileURL(join(root, name, path)).href);
        await page.evaluate(axe.source);
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"] }), tags);
        for (const { id, help, nodes } of violations) found.push(`${name}/${path}: ${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) found.push(`${name}/${path}: ${wide} px too wide at ${look.viewport.width}`);
      }
    }),
  );
  await browser.close();
  return found;
}
