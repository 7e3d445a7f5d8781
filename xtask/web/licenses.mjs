// Collects the licences of everything we distribute into target/vendor/licenses/: they require to be distributed with
// the app. THIRD-PARTY.txt lists every part, its terms, its authors and its source, and contains the texts.
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "target", "vendor", "licenses");
// Programs delivered with the app.
const PROGRAMS = ["michishirube", "reader", "worker"];
const ours = await readFile(join(root, "LICENSE"), "utf8");

// A shorter file of that name refers to the others.
const SHORTEST = 400;
const byLength = (a, b) => a.length - b.length || (a < b ? -1 : 1);
const A_LICENCE = /^(licen[cs]e|copying|unlicense)/i;

// The MIT licence, for packages without a copy of it beside their code.
const mit = (authors) => ours.replace(/^Copyright .*$/m, () => `Copyright (c) ${authors || "the authors"}`).trim();

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await copyFile(join(root, "LICENSE"), join(folder, "LICENSE.txt"));
// The notice of Rust's own library about its parts.
const sysroot = execFileSync(process.env.RUSTC ?? "rustc", ["--print", "sysroot"], { cwd: root, encoding: "utf8" }).trim();
const library = join(sysroot, "share", "doc", "rust", "COPYRIGHT-library.html");
if (existsSync(library)) await copyFile(library, join(folder, "rust-standard-library.html"));
const parts = [...unlike(await npmParts("echarts")), await standardLibrary(), ...(await crates())];
const without = parts.filter(({ texts }) => !texts.length);
if (without.length) throw new Error("ライセンスの本文が見つかりません: " + without.map(({ name }) => name).join(", "));
await writeFile(join(folder, "THIRD-PARTY.txt"), report(parts));

// Packages that several depend on count once.
function unlike(parts) {
  return [...new Map(parts.map((part) => [`${part.name} ${part.version}`, part])).values()];
}

function report(parts) {
  const line = "-".repeat(80);
  const list = parts.map(({ name, version, terms, source }) => `${name} ${version}  ${terms}  ${source}`);
  const chapters = parts.map(({ name, version, terms, authors, texts }) =>
    [`${name} ${version} (${terms})`, authors, ...texts].filter(Boolean).join("\n\n"),
  );
  const head = "What travels with みちしるべ beside its own code, by name, version, terms and source; the texts follow.";
  return [head, list.join("\n"), ...chapters].join(`\n\n${line}\n\n`) + "\n";
}

// Returns the texts of the files of a folder with a wanted name, the shortest first.
async function papers(folder, isWanted) {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder, { withFileTypes: true })).filter((one) => one.isFile() && isWanted.test(one.name));
  const texts = await Promise.all(names.map(({ name }) => readFile(join(folder, name), "utf8")));
  return texts.map((text) => text.replaceAll("\r\n", "\n").trim()).sort(byLength);
}

// Returns the required texts: one of alternative terms is enough, cumulative terms need all texts. Also returns
// notes.
async function texts(folder, { terms, authors }) {
  const found = (await papers(folder, A_LICENCE)).filter((text) => text.length >= SHORTEST);
  const notices = await papers(folder, /^(notice|copyright)/i);
  const chosen = / AND /.test(terms) ? found : found.slice(0, 1);
  if (!chosen.length && /\bMIT\b/.test(terms)) chosen.push(mit(authors));
  return [...chosen, ...notices];
}

// A package of npm, and its dependencies.
async function npmParts(name) {
  const home = join(root, "node_modules", name);
  const { version, license, author, homepage, repository, dependencies = {} } = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
  const about = {
    name,
    version,
    terms: license,
    authors: typeof author === "string" ? author : (author?.name ?? ""),
    source: homepage ?? repository?.url ?? repository ?? `https://www.npmjs.com/package/${name}`,
  };
  const further = await papers(join(home, "licenses"), /^licen[cs]e/i);
  const own = { ...about, texts: [...(await texts(home, about)), ...further] };
  const others = await Promise.all(Object.keys(dependencies).sort().map(npmParts));
  return [own, ...others.flat()];
}

// The library of Rust itself, parts of which are in every Rust program.
async function standardLibrary() {
  const rustc = process.env.RUSTC ?? "rustc";
  const [, version] = execFileSync(rustc, ["--version"], { cwd: root, encoding: "utf8" }).split(" ");
  const about = { name: "Rust standard library", version, terms: "MIT OR Apache-2.0", authors: "The Rust Project Contributors" };
  return { ...about, source: "https://github.com/rust-lang/rust", texts: [mit(about.authors)] };
}

async function crates() {
  const all = cratesInTheApp().map(async ({ name, version, license, authors, repository, manifest_path }) => {
    const about = { name, version, terms: license ?? "", authors: authors.join(", ") };
    const source = repository ?? `https://crates.io/crates/${name}`;
    return { ...about, source, texts: await texts(dirname(manifest_path), about) };
  });
  return Promise.all(all);
}

// Walks from our programs along normal dependencies; macros and build scripts are not distributed.
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
  // The packages of the workspace have no source.
  const isOurs = ({ source }) => source === null;
  packages.filter((one) => isOurs(one) && PROGRAMS.includes(one.name)).forEach(({ id }) => visit(id));
  const named = ({ name, version }) => `${name} ${version}`;
  const crates = [...seen].map((id) => about.get(id)).filter((one) => !isOurs(one));
  return crates.sort((a, b) => (named(a) < named(b) ? -1 : 1));
}
