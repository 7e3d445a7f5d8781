import { packed } from "./zip";

const YEARS = [2020, 2025, 2030, 2035, 2040, 2045, 2050];
const BANDS = 20;

export type MadeTown = { code: string; name: string; men: number[][]; women: number[][] };

// A town that loses a tenth of its people every five years, and half of its 15- to 24-year-olds with each step; by
// year and band.
export function madeTown(code: string, name: string, size: number): MadeTown {
  const of = (share: number) =>
    YEARS.map((_, step) => Array.from({ length: BANDS }, (_, band) => Math.round(size * share * 0.9 ** step * (band > 3 && band < 7 ? 0.5 : 1) * (1 - band / (BANDS + 4)))));
  return { code, name, men: of(0.48), women: of(0.52) };
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

// 総人口 of a town by year.
export const totals = (town: MadeTown) => YEARS.map((_, at) => sum(town.men[at]!) + sum(town.women[at]!));

type Cell = string | number | undefined;

// A row of the sheet: 男女計, 男, 女 side by side, a column between them.
function blocks(head: string, of: (men: number[], women: number[]) => [number, number], town: MadeTown): Cell[] {
  const pairs = YEARS.map((_, at) => of(town.men[at]!, town.women[at]!));
  return [head, ...pairs.map(([men, women]) => men + women), undefined, head, ...pairs.map(([men]) => men), undefined, head, ...pairs.map(([, women]) => women)];
}

function rows(town: MadeTown): Cell[][] {
  const within = (from: number, to: number) => (men: number[], women: number[]): [number, number] => [sum(men.slice(from, to)), sum(women.slice(from, to))];
  const head = (sex: string): Cell[] => [sex, ...YEARS.map(() => undefined)];
  const years: Cell[] = ["年齢", ...YEARS.map((year) => `${year}年`)];
  const age = (band: number) => (band === BANDS - 1 ? `${band * 5}歳～` : `${band * 5}～${band * 5 + 4}歳`);
  return [
    ["男女・年齢(5歳)階級別推計人口（2020年は国勢調査による実績値）"],
    [Number(town.code), town.name],
    [...head("男女計"), undefined, ...head("男"), undefined, ...head("女")],
    [...years, undefined, ...years, undefined, ...years],
    blocks("総数", within(0, BANDS), town),
    ...Array.from({ length: BANDS }, (_, band) => blocks(age(band), within(band, band + 1), town)),
    blocks("（再掲）0～14歳", within(0, 3), town),
    blocks("（再掲）15～64歳", within(3, 13), town),
    blocks("（再掲）65歳以上", within(13, BANDS), town),
    blocks("（再掲）75歳以上", within(15, BANDS), town),
  ];
}

const column = (at: number): string => (at < 26 ? String.fromCharCode(65 + at) : column(Math.floor(at / 26) - 1) + column(at % 26));

function sheet(town: MadeTown): Buffer {
  const cell = (value: Cell, at: number, row: number) => {
    if (value === undefined) return "";
    const place = `${column(at)}${row + 1}`;
    return typeof value === "number" ? `<c r="${place}"><v>${value}</v></c>` : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  const lines = rows(town).map((cells, row) => `<row r="${row + 1}">${cells.map((value, at) => cell(value, at, row)).join("")}</row>`);
  return Buffer.from(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join("")}</sheetData></worksheet>`);
}

// Makes the workbook of a prefecture in the published layout: a sheet for each town, named by its code and name.
export function workbook(towns: MadeTown[]): Buffer {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const list = towns.map((town, at) => `<sheet name="${Number(town.code)}_${town.name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const relation = (id: number, kind: string, target: string) => `<Relationship Id="rId${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const relations = (inner: string) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const part = (name: string, kind: string) => `<Override PartName="${name}" ContentType="${type}.${kind}+xml"/>`;
  return packed(
    new Map([
      ["[Content_Types].xml", Buffer.from(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("/xl/workbook.xml", "sheet.main")}${towns.map((_, at) => part(`/xl/worksheets/sheet${at + 1}.xml`, "worksheet")).join("")}</Types>`)],
      ["_rels/.rels", Buffer.from(relations(relation(1, "officeDocument", "xl/workbook.xml")))],
      ["xl/workbook.xml", Buffer.from(`<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join("")}</sheets></workbook>`)],
      ["xl/_rels/workbook.xml.rels", Buffer.from(relations(towns.map((_, at) => relation(at + 1, "worksheet", `worksheets/sheet${at + 1}.xml`)).join("")))],
      ...towns.map((town, at): [string, Buffer] => [`xl/worksheets/sheet${at + 1}.xml`, sheet(town)]),
    ]),
  );
}
