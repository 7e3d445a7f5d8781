// Gathers the licences of everything we hand out into target/vendor/licenses/: they ask to travel with the app.
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "target", "vendor", "licenses");
await mkdir(folder, { recursive: true });

const papers = {
  "echarts-LICENSE.txt": "echarts/LICENSE",
  "echarts-NOTICE.txt": "echarts/NOTICE",
  "echarts-LICENSE-d3.txt": "echarts/licenses/LICENSE-d3",
  "zrender-LICENSE.txt": "zrender/LICENSE",
  "tslib-LICENSE.txt": "tslib/LICENSE.txt",
};
for (const [name, source] of Object.entries(papers)) {
  await copyFile(join(root, "node_modules", source), join(folder, name));
}
await writeFile(join(folder, "rust.txt"), await rustLicenses());

// Name, version, terms, authors and text of every crate that ends up in the app; of several texts the shortest will do.
async function rustLicenses() {
  const chapters = [];
  for (const { name, version, license, authors, manifest_path } of cratesInTheApp()) {
    const text = await shortestLicense(dirname(manifest_path));
    chapters.push([`${name} ${version} (${license ?? "see text"})`, authors.join(", "), text].filter(Boolean).join("\n\n"));
  }
  return chapters.join(`\n\n${"-".repeat(80)}\n\n`);
}

async function shortestLicense(crate) {
  const names = (await readdir(crate)).filter((name) => /^(licen[cs]e|copying|unlicense)/i.test(name));
  const texts = await Promise.all(names.map((name) => readFile(join(crate, name), "utf8").catch(() => "")));
  const [shortest] = texts.filter(Boolean).sort((a, b) => a.length - b.length);
  return (shortest ?? "").trim();
}

// From our crate along normal dependencies; macros and build scripts stay behind on the developer's machine.
function cratesInTheApp() {
  const cargo = process.env.CARGO ?? "cargo";
  const question = ["metadata", "--format-version", "1", "--offline", "--filter-platform", "wasm32-unknown-unknown"];
  const options = { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 };
  const { packages, resolve } = JSON.parse(execFileSync(cargo, question, options));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const about = new Map(packages.map((one) => [one.id, one]));
  const isMacro = (id) => about.get(id).targets.some(({ kind }) => kind.includes("proc-macro"));
  const seen = new Set();
  const visit = (id) => {
    if (seen.has(id) || isMacro(id)) return;
    seen.add(id);
    const { deps } = nodes.get(id);
    deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null)).forEach(({ pkg }) => visit(pkg));
  };
  const ours = packages.find(({ name }) => name === "michishirube").id;
  visit(ours);
  seen.delete(ours);
  return [...seen].map((id) => about.get(id)).sort((a, b) => (a.name < b.name ? -1 : 1));
}
