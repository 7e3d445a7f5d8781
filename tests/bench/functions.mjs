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
