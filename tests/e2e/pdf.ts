import type { Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";

// A printed page: its text without spaces and line breaks, and its size in points.
export type Leaf = { text: string; width: number; height: number };

// Returns the page as Chromium prints it, on the paper of the style sheet.
export async function printed(page: Page): Promise<Leaf[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const { text } = await extractText(document, { mergePages: false });
  const sizes = await Promise.all(text.map(async (_, at) => (await document.getPage(at + 1)).view));
  await document.cleanup();
  return text.map((told, at) => ({ text: plain(told), width: sizes[at]![2]!, height: sizes[at]![3]! }));
}

export function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}
