// Serves a folder as a good static host does, packed with brotli, and records each served part with its bytes.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

export async function host(folder) {
  const packed = new Map();
  const given = [];
  async function pack(name) {
    const content = await readFile(join(folder, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    return brotliCompressSync(content, { params });
  }
  const server = createServer(async (request, response) => {
    try {
      const path = decodeURIComponent(new URL(`http://host${request.url}`).pathname).slice(1) || "index.html";
      if (normalize(path).startsWith("..")) throw new Error("outside");
      if (!packed.has(path)) packed.set(path, await pack(path));
      const body = packed.get(path);
      given.push({ path, bytes: body.length });
      response.writeHead(200, {
        "content-type": TYPES[extname(path)] ?? "application/octet-stream",
        "content-encoding": "br",
        // Each start is a first visit.
        "cache-control": "no-store",
        // The browser measures the memory of a page only if no other page can access it.
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    given,
    close: () => (server.closeAllConnections(), server.close()),
  };
}
