import { expect, expectAccessible, test } from "./app";
import { Home, jsonFile, type FileToOpen } from "./plan";

const GOOD = `{
  "format": "michishirube",
  "version": 2,
  "title": "ためし町総合戦略",
  "town": { "name": "ためし町" },
  "period": { "first": 2025, "last": 2029 },
  "goals": [
    { "id": "g1", "title": "働く場をつくる" },
    { "id": "g2", "title": "人の流れをつくる" }
  ]
}
`;

// Encodes a text in Shift_JIS; knows only the characters of this test.
function shiftJis(text: string): Buffer {
  const codes: Record<string, number[]> = { 町: [0x92, 0xac], 計: [0x8c, 0x76], 画: [0x89, 0xe6] };
  return Buffer.from([...text].flatMap((letter) => codes[letter] ?? [letter.charCodeAt(0)]));
}

function nested(levels: number): string {
  return "[".repeat(levels) + "]".repeat(levels);
}

const BAD: [what: string, file: FileToOpen, ...said: RegExp[]][] = [
  ["空のファイル", jsonFile("空.json", ""), /ファイルが空です/],
  ["途切れたファイル", jsonFile("途中.json", GOOD.slice(0, 200)), /\d+行目の\d+文字目/, /途切れています/],
  ["JSONでないファイル", jsonFile("文書.json", "第1章 計画の趣旨"), /みちしるべのファイルではありません/, /指標の表を貼り付ける/],
  ["型の違うファイル", jsonFile("型.json", GOOD.replace('"働く場をつくる"', "12")), /8行目の\d+文字目 goals\[0\]\.title/, /数/, /文字/],
  ["年度が文字のファイル", jsonFile("年度.json", GOOD.replace("2025", '"令和7"')), /6行目の\d+文字目 period\.first/],
  ["知らない項目のあるファイル", jsonFile("項目.json", GOOD.replace('"title": "人', '"tittle": "人')), /9行目の\d+文字目 goals\[1\]/, /「tittle」という項目はありません/],
  ["新しい版のファイル", jsonFile("新版.json", GOOD.replace('"version": 2', '"version": 99')), /新しい版のみちしるべ/, /99/],
  ["番号の重なったファイル", jsonFile("重複.json", GOOD.replace('"g2"', '"g1"')), /9行目の\d+文字目 goals\[1\]/, /番号「g1」が2か所/],
  ["100段の入れ子", jsonFile("深い.json", GOOD.replace('"働く場をつくる"', nested(100))), /8行目の\d+文字目 goals\[0\]\.title/, /文字/],
  ["200段の入れ子", jsonFile("深い.json", GOOD.replace('"働く場をつくる"', nested(200))), /8行目の\d+文字目 goals\[0\]\.title/, /文字/],
  ["入れ子だけのファイル", jsonFile("入れ子.json", nested(100_000)), /みちしるべのファイルではありません/],
  ["Shift_JISのファイル", { ...jsonFile("日本語.json", ""), buffer: shiftJis('{"title": "町計画"}') }, /Shift_JIS/, /UTF-8/],
  ["UTF-16のファイル", { ...jsonFile("広い.json", ""), buffer: Buffer.from("\ufeff" + GOOD, "utf16le") }, /UTF-16/],
  ["よそのJSON", jsonFile("よそ.json", '{"format": "geojson", "features": []}'), /みちしるべのファイルではありません/, /geojson/],
  ["存在しない指標を使うファイル", jsonFile("参照.json", GOOD.replace('"title": "働', '"targets": ["k9"], "title": "働')), /goals\[0\]/, /k9/],
];

for (const [how, give] of [
  ["ボタンで", (home: Home, file: FileToOpen) => home.choose(file)],
  ["落として", (home: Home, file: FileToOpen) => home.drop(file)],
] as const) {
  test(`${how}開けないファイルは、どこがどう悪いかを日本語で言い、何も変えない`, { tag: "@folder" }, async ({ app, page }) => {
    await app.open();
    const home = new Home(page);
    const alert = home.alert.filter({ hasText: "開けませんでした" });
    for (const [what, file, ...said] of BAD) {
      await give(home, file);
      await expect(alert, what).toContainText(`「${file.name}」は開けませんでした。端末の計画は何も変わっていません。`);
      for (const words of said) await expect(alert, what).toContainText(words);
      await expect.poll(async () => (await alert.innerText()).replace(/[a-z]+(\[\d+\])?(\.[a-z]+)*/g, ""), what).not.toMatch(/[a-z]{4}.* [a-z]{3}/);
      await expect(home.cards, what).toHaveCount(0);
      await alert.getByRole("button", { name: "閉じる" }).click();
      await expect(alert).toHaveCount(0);
    }
  });

  test(`${how}開けるファイルは、印（BOM）があっても開く`, async ({ app, page }) => {
    await app.open();
    const home = new Home(page);
    await give(home, jsonFile("よい.json", "\ufeff" + GOOD));
    const plan = await home.opened();
    await expect(page.getByRole("heading", { name: /働く場をつくる/ })).toBeVisible();
    await plan.toHome();
    await expect(home.card("ためし町総合戦略")).toContainText("令和7〜11年度");
  });
}

test("開けないファイルの知らせは、誰にでも読め、次のファイルを開くと消える", async ({ app, page }) => {
  await app.open();
  const home = new Home(page);
  await home.choose(jsonFile("途中.json", GOOD.slice(0, 100)));
  await expect(home.alert.filter({ hasText: "途切れています" })).toBeVisible();
  await expectAccessible(page);
  await home.choose(jsonFile("よい.json", GOOD));
  const plan = await home.opened();
  await plan.toHome();
  await expect(home.alert.filter({ hasText: "途切れています" })).toHaveCount(0);
});

test("開いている計画は、開けないファイルで変わらない", async ({ app, page }) => {
  await app.open();
  const home = new Home(page);
  const plan = await home.sample("北本市");
  const before = await plan.export();
  await plan.toHome();
  await home.choose(jsonFile("途中.json", before.subarray(0, 5000)));
  await expect(home.alert.filter({ hasText: "途切れています" })).toContainText("途中.json");
  await expect(home.cards).toHaveCount(1);
  await home.cards.getByRole("link").click();
  expect(await plan.export()).toEqual(before);
});
