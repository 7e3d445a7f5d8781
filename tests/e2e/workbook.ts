import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { packed, unpacked } from "./zip";

// A written cell: the id of its row, the head of its column, a text or a number.
export type Written = [id: string, head: string, value: string | number];

type Cell = { xml: string; column: string; attributes: string; text: string };

const plain = (xml: string) =>
  xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
const texts = (xml: string) => [...xml.matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)].map((found) => plain(found[1])).join("");

// Returns the same workbook with other cells: everything else stays byte for byte.
export function written(workbook: Buffer, cells: Written[]): Buffer {
  const files = unpacked(workbook);
  const shared = files.get("xl/sharedStrings.xml")?.toString() ?? "";
  const strings = [...shared.matchAll(/<si>([\s\S]*?)<\/si>/g)].map((found) => texts(found[1]));
  const cellsOf = (row: string): Cell[] =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([xml, attributes, inner = ""]) => {
      const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? "";
      const text = attributes.includes('t="s"') ? strings[Number(value)] : texts(inner) || value;
      return { xml, attributes, text, column: /r="([A-Z]+)/.exec(attributes)![1] };
    });
  for (const [id, head, value] of cells) {
    const sheets = [...files].filter(([path]) => path.startsWith("xl/worksheets/sheet"));
    const places = sheets.flatMap(([path, bytes]) => {
      const rows = bytes.toString().match(/<row [\s\S]*?<\/row>/g) ?? [];
      const row = rows.find((row) => cellsOf(row)[0]?.text === id);
      const column = rows.flatMap(cellsOf).find((cell) => cell.text === head)?.column;
      const cell = row && cellsOf(row).find((cell) => cell.column === column);
      return row && cell ? [{ path, row, cell }] : [];
    });
    if (places.length !== 1) throw new Error(`${id} ${head}: ${places.length}`);
    const [{ path, row, cell }] = places;
    const attributes = cell.attributes.replace(/ ?\bt="\w+"/, "").trim();
    const held = typeof value === "number" ? `><v>${value}</v>` : ` t="inlineStr"><is><t>${value}</t></is>`;
    const changed = row.replace(cell.xml, () => `<c ${attributes}${held}</c>`);
    files.set(path, Buffer.from(files.get(path)!.toString().replace(row, () => changed)));
  }
  return packed(files);
}

// Returns the workbook as LibreOffice saves it; undefined if LibreOffice is missing (`cargo xtask test` says where it
// is).
export async function savedByLibreOffice(workbook: Buffer): Promise<Buffer | undefined> {
  const soffice = process.env.SOFFICE;
  if (!soffice) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "michishirube-office-"));
  try {
    const [given, saved] = [join(folder, "part.xlsx"), join(folder, "saved")];
    await writeFile(given, workbook);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const words = [profile, "--headless", "--norestore", "--convert-to", "xlsx", "--outdir", saved, given];
    await promisify(execFile)(soffice, words, { timeout: 60_000 });
    return await readFile(join(saved, "part.xlsx"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// Returns the same workbook with one more sheet, of this many rows and columns of numbers.
export function withLedger(workbook: Buffer, rows: number, columns: number): Buffer {
  const files = unpacked(workbook);
  const row = `<row>${"<c><v>4711</v></c>".repeat(columns)}</row>`;
  const add = (path: string, before: string, xml: string) =>
    files.set(path, Buffer.from(files.get(path)!.toString().replace(before, () => xml + before)));
  add("xl/workbook.xml", "</sheets>", '<sheet name="台帳" sheetId="99" r:id="rId99"/>');
  add("xl/_rels/workbook.xml.rels", "</Relationships>", '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/ledger.xml"/>');
  files.set("xl/worksheets/ledger.xml", Buffer.from(`<worksheet><sheetData>${row.repeat(rows)}</sheetData></worksheet>`));
  return packed(files);
}
