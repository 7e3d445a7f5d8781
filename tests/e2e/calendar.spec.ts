import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import ICAL from "ical.js";

// The calendars of all samples that `cargo test --test native calendars_are_written` writes; `cargo xtask test e2e`
// runs it before. A parser of another project reads them here, in strict mode.
const root = fileURLToPath(new URL("../../target/tmp/calendars", import.meta.url));
const THIRDS = ["early", "middle", "late"];

// The first day of a 旬, or of the one after it.
function day(jun: string, after = 0): string {
  const [year, month, third] = jun.split("-");
  const index = (Number(year) * 12 + Number(month) - 1) * 3 + THIRDS.indexOf(third) + after;
  const months = Math.floor(index / 3);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}-${two((index % 3) * 10 + 1)}`;
}

test("カレンダー用のファイルは、別の読み取り部品が厳しく読んでも正しく、旬がそのまま戻る", async () => {
  expect(existsSync(root), "cargo test --test native calendars_are_written を先に実行してください").toBe(true);
  ICAL.design.strict = true;
  const names = (await readdir(root)).sort();
  expect(names).toEqual(expect.arrayContaining(["kisarazu-2020.ics", "mihon.ics", "odd.ics"]));
  for (const name of names) {
    const text = await readFile(join(root, name), "utf8");
    const calendar = new ICAL.Component(ICAL.parse(text));
    expect(calendar.name, name).toBe("vcalendar");
    for (const [property, value] of [["version", "2.0"], ["calscale", "GREGORIAN"]]) {
      expect(calendar.getAllProperties(property).map((one) => one.getFirstValue()), name).toEqual([value]);
    }
    expect(calendar.getAllProperties("prodid"), name).toHaveLength(1);
    const events = calendar.getAllSubcomponents("vevent");
    expect(events.length, name).toBe(text.match(/^BEGIN:VEVENT\r$/gm)?.length);
    expect(new Set(events.map((event) => event.getFirstPropertyValue("uid"))).size, name).toBe(events.length);
    for (const event of events) {
      // Exactly once (RFC 5545, 3.6.1), and days that a calendar shows as their 旬.
      for (const property of ["uid", "dtstamp", "dtstart", "dtend", "summary", "description", "transp"]) {
        expect(event.getAllProperties(property), `${name} ${property}`).toHaveLength(1);
      }
      const { startDate, endDate } = new ICAL.Event(event);
      const [from, to] = String(event.getFirstPropertyValue("x-michishirube-jun")).split("/");
      expect([startDate.isDate, endDate.isDate]).toEqual([true, true]);
      expect([startDate.toString(), endDate.toString()], name).toEqual([day(from), day(to, 1)]);
      expect((event.getFirstPropertyValue("dtstamp") as InstanceType<typeof ICAL.Time>).zone.tzid).toBe("UTC");
    }
    // Written again by that parser, it is read unchanged.
    expect(ICAL.parse(ICAL.stringify(calendar.toJSON())), name).toEqual(calendar.toJSON());
  }
  const odd = new ICAL.Component(ICAL.parse(await readFile(join(root, "odd.ics"), "utf8"))).getFirstSubcomponent("vevent");
  expect(odd?.getFirstPropertyValue("summary")).toBe('会議; 第1回, \\n「骨子」\n次の行："引用"\t終');
});
