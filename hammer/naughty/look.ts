import type { Answer } from "#bench/ask";
import { faultIn } from "#hammer/answered";
import type { Place } from "#hammer/place";
import type { Report } from "#hammer/report";
import type { Tools } from "#hammer/tests";

export type Naughty = Tools & { report: Report; words: readonly string[]; place: Place };

/** One text in one place. */
export type Attempt = { where: string; text: string; send: () => Promise<Answer> };

/** A naughty text as it can be printed. */
export const shown = (text: string) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…${text.length}` : text);

/** Notes an answer to a naughty text: a fault of ours, or markup that stands in a page as it came. */
export function look({ report }: Pick<Naughty, "report">, answer: Answer, where: string, text: string): void {
  report.tried++;
  if ((answer.status >= 400 && answer.status < 500) || /"ok":false/.test(answer.body)) report.refused++;
  const isPage = answer.headers["content-type"]?.startsWith("text/html");
  const fault = faultIn(answer) ?? (isPage && answer.body.includes("<hammer-") ? "shows markup as it came" : null);
  if (fault) report.unexpected.push(`${where} with ${shown(text)}: ${fault}`);
}

/** Works off a list, so many at once, until the time is over. */
export async function atOnce<T>(
  { isOver }: Pick<Tools, "isOver">,
  things: readonly T[],
  work: (thing: T) => Promise<void>,
  lanes = 8,
): Promise<void> {
  const rest = things.values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const thing of rest) {
        if (isOver()) return;
        await work(thing);
      }
    }),
  );
}
