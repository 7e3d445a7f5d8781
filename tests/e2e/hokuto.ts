import { readFile } from "node:fs/promises";
import { join } from "node:path";

// The parts of hokuto-2024 that screen and paper are held against.
export type Line = { title: string; marks?: string[] };
export type Sheet = { printed_settled: number; printed_budget: number; done: Line[]; planned: Line[]; rating: string; results: string };
export type Measure = { code: string; title: string; sheets: [Sheet] };

type Division = { number: string; measures: (Omit<Measure, "code"> & { number?: string })[] };

// Its 17 measures in order, each with its code in half width.
export async function hokuto(): Promise<Measure[]> {
  const text = await readFile(join(process.env.MICHISHIRUBE_DIST!, "samples", "hokuto-2024.json"), "utf8");
  const goals = JSON.parse(text).goals as { divisions: Division[] }[];
  const divisions = goals.flatMap((goal) => goal.divisions);
  return divisions.flatMap(({ number, measures }) =>
    measures.map((measure, at) => ({ ...measure, code: `${number}-${measure.number ?? at + 1}`.normalize("NFKC") })),
  );
}

// 1,234 as the app prints it.
export const grouped = (n: number) => n.toLocaleString("en-US");
