import { tmpdir } from "node:os";
import { chromium } from "playwright-core";

const [toStart, toPrint] = [20_000, 60_000];

/**
 * An HTML page that stands by itself as a tagged PDF with an outline. The browser has nobody's session and none of this
 * process's secrets, runs no script, reaches no network, and is closed whatever comes of it; at once where `signal` says that
 * nobody wants it any more.
 */
export async function printPdf(
  html: string,
  { browser: executablePath, foot, signal }: { browser: string; foot: string; signal?: AbortSignal },
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const browser = await chromium.launch({
    executablePath,
    timeout: toStart,
    env: { PATH: process.env.PATH ?? "", HOME: tmpdir() },
  });
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error("The browser took too long to print.")), toPrint);
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  try {
    signal?.throwIfAborted();
    return await Promise.race([printed(), tooLate]);
  } finally {
    clearTimeout(late);
    await browser.close();
  }

  async function printed(): Promise<Uint8Array> {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, serviceWorkers: "block" });
    await context.route("**", (route) => route.abort());
    const page = await context.newPage();
    await page.setContent(html, { timeout: toPrint });
    return page.pdf({
      tagged: true,
      outline: true,
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: foot,
    });
  }
}
