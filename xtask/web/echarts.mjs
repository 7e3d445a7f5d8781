// Bundles the parts of the chart library that we use into target/vendor/echarts.js.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

await build({
  entryPoints: [fileURLToPath(new URL("echarts-entry.js", import.meta.url))],
  outfile: fileURLToPath(new URL("../../target/vendor/echarts.js", import.meta.url)),
  bundle: true,
  format: "iife",
  minify: true,
  charset: "utf8",
  target: "es2020",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  banner: { js: "/*! Apache ECharts, Apache-2.0; ZRender, BSD-3-Clause. See licenses/ */" },
  logLevel: "warning",
});
