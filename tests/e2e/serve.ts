import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import type { AddressInfo } from "node:net";

// The simplest of static hosts: a sub-path, no rewriting, no special headers. Outside the sub-path there is nothing,
// except a second copy of the app.
export const SUB_PATH = "/machi/senryaku/";
export const SECOND_PATH = "/machi/kari/";

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

// Some hosts answer with the start page, and 200, for files that they do not have; `lacks` decides which files are
// missing.
export function staticHost(folder: string, lacks: (name: string) => boolean = () => false) {
  return createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
    const copy = [SUB_PATH, SECOND_PATH].find((copy) => path.startsWith(copy));
    const inside = copy && normalize(path.slice(copy.length) || "index.html");
    try {
      if (!inside || inside.startsWith("..")) throw new Error("outside");
      const given = lacks(inside) ? "index.html" : inside;
      const content = await readFile(join(folder, given));
      response.writeHead(200, { "content-type": TYPES[extname(given)] ?? "application/octet-stream" }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
}

// Runs once before all tests; the returned function runs after them.
export default async function serve() {
  const folder = process.env.MICHISHIRUBE_DIST;
  if (!folder) throw new Error("MICHISHIRUBE_DIST がありません。cargo xtask test e2e で実行してください。");
  const host = staticHost(folder);
  await new Promise<void>((ready) => host.listen(0, "127.0.0.1", ready));
  process.env.MICHISHIRUBE_URL = `http://127.0.0.1:${(host.address() as AddressInfo).port}${SUB_PATH}`;
  return () => new Promise((closed) => (host.closeAllConnections(), host.close(closed)));
}
