import { shuffled } from "#hammer/chance";
import { attemptsAtAddresses } from "#hammer/naughty/addresses";
import { attemptsAtForms } from "#hammer/naughty/forms";
import { keptAsTyped } from "#hammer/naughty/kept";
import { atOnce, look } from "#hammer/naughty/look";
import { naughtyUploads } from "#hammer/naughty/uploads";
import { naughtyWords } from "#hammer/naughty/words";
import { makePlace } from "#hammer/place";
import { newReport, type Report } from "#hammer/report";
import type { Tools } from "#hammer/tests";

/** Naughty texts in every field of every form, in every part of every address, and in what is kept: never a fault of ours. */
export async function naughtyStrings(tools: Tools): Promise<Report> {
  const report = newReport();
  const words = shuffled(naughtyWords, tools.chance).slice(0, tools.size.strings);
  const naughty = { ...tools, report, words, place: await makePlace(tools.yard, tools.cells) };
  // First, so that whatever is cut short has tried a little of everything.
  const attempts = [...(await attemptsAtForms(naughty)), ...attemptsAtAddresses(naughty)];
  await naughtyUploads(naughty);
  await keptAsTyped(naughty);
  await atOnce(naughty, shuffled(attempts, tools.chance), async ({ where, text, send }) =>
    look(naughty, await send(), where, text),
  );
  return report;
}
