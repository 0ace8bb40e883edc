import { shuffled } from "#hammer/chance";
import { naughtyAddresses } from "#hammer/naughty/addresses";
import { naughtyForms } from "#hammer/naughty/forms";
import { keptAsTyped } from "#hammer/naughty/kept";
import { naughtyUploads } from "#hammer/naughty/uploads";
import { naughtyWords } from "#hammer/naughty/words";
import { makePlace } from "#hammer/place";
import { newReport, type Report } from "#hammer/report";
import type { Tools } from "#hammer/tests";

/** Naughty texts in every field of every form, in every part of every address, and in what is kept: never a fault of ours. */
export async function naughtyStrings(tools: Tools): Promise<Report> {
  const report = newReport();
  const words = shuffled(naughtyWords, tools.chance).slice(0, tools.size.strings);
  const place = await makePlace(tools.yard, tools.cells);
  const tried = { ...tools, report, words, place };
  await keptAsTyped(tried);
  await naughtyUploads(tried);
  await naughtyForms(tried);
  await naughtyAddresses(tried);
  return report;
}
