// Names of the functions of a finished app. Its wasm has none; the build keeps each module with its names beside it, and the code
// of both is the same.
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { namesOfFunctions } from "../../xtask/web/custom_sections.mjs";
import { sections } from "../../xtask/web/sections.mjs";

const CODE = 10;

// A function from a frame of a profile to its name. `folder` has the named modules; without it the modules have the names
// themselves.
export async function namesOf(session, folder) {
  const own = ({ functionName, lineNumber }) => functionName || `（名のない関数 ${lineNumber}）`;
  if (!folder) return own;
  const named = new Map();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".wasm"))) {
    const bytes = await readFile(join(folder, file));
    named.set(codeOf(bytes), namesOfFunctions(bytes));
  }
  const modules = await wasmModules(session);
  const names = new Map();
  for (const [script, bytes] of modules) names.set(script, named.get(codeOf(bytes)));
  return (frame) => {
    const index = frame.functionName.match(/^(?:wasm-function\[|\$?(?:func|f))(\d+)\]?$/)?.[1];
    return (index !== undefined && names.get(frame.scriptId)?.get(Number(index))) || own(frame);
  };
}

// The modules that the page runs, by the ids of their scripts.
async function wasmModules(session) {
  const found = [];
  const take = (script) => script.scriptLanguage === "WebAssembly" && found.push(script.scriptId);
  session.on("Debugger.scriptParsed", take);
  await session.send("Debugger.enable");
  session.off("Debugger.scriptParsed", take);
  const modules = new Map();
  for (const scriptId of found) {
    const { bytecode } = await session.send("Debugger.getScriptSource", { scriptId });
    modules.set(scriptId, Buffer.from(bytecode, "base64"));
  }
  await session.send("Debugger.disable");
  return modules;
}

const codeOf = (bytes) => createHash("sha256").update(sections(bytes).find(({ kind }) => kind === CODE)?.content ?? "").digest("hex");

// A name as the compiler mangles it, as it is read.
export function plain(name) {
  const parts = [];
  for (let rest = name.match(/^_ZN(.*)$/)?.[1]; rest; ) {
    const [digits] = rest.match(/^\d+/) ?? [];
    if (!digits) break;
    parts.push(rest.slice(digits.length, digits.length + Number(digits)));
    rest = rest.slice(digits.length + Number(digits));
  }
  if (parts.length === 0) return name;
  if (/^h[0-9a-f]{16}$/.test(parts.at(-1))) parts.pop();
  const signs = { LT: "<", GT: ">", RF: "&", BP: "*", LP: "(", RP: ")", C: "," };
  const read = (part) =>
    part
      .replace(/^_\$/, "$")
      .replace(/\$u([0-9a-f]{2})\$/g, (_, code) => String.fromCharCode(parseInt(code, 16)))
      .replace(/\$([A-Z]+)\$/g, (whole, sign) => signs[sign] ?? whole)
      .replaceAll("..", "::");
  return parts.map(read).join("::");
}
