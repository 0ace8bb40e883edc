import type { RecordActual } from "#lib/actuals/inputs";
import { reasonOf } from "#lib/actuals/require-reason";
import { Refusal } from "#lib/audit/refusal";
import type { PasteActuals } from "#lib/returns/inputs";
import type { JudgedCell } from "#lib/returns/paste/judge-cells";
import type { PasteReview } from "#lib/returns/paste/paste-review";
import { seenKey } from "#lib/returns/paste/seen-key";
import { monthName } from "#lib/rules/month";
import { answersSaid } from "#lib/rules/paste-reason";
import { offerWords } from "#lib/rules/typed-figure";

/**
 * The cells of a block that a person wants recorded, over the versions they looked at. Throws INVALID while one of the block
 * is refused or asked about and neither answered nor left out, or all its figures are asked about, and where there is nothing to record.
 */
export function chooseCells(
  { cells, review: { under } }: { cells: readonly JudgedCell[]; review: Pick<PasteReview, "under"> },
  { seen, leavesRefused, isOurs, leftOut, because, reason }: PasteActuals,
): RecordActual[] {
  const kept = cells.filter(({ key }) => !leftOut.has(key));
  const refused = kept.filter(({ judged }) => judged.as === "refused");
  const asked = kept.filter(({ judged }) => judged.as === "asked");
  const fields = {
    ...(under && !isOurs && { ours: `Say that they are ${under.whose} figures, or change the block.` }),
    ...(refused.length > 0 &&
      !leavesRefused && {
        leave: `Leave out ${cellsWords(refused.length)} that cannot be recorded, or change the block.`,
      }),
    ...Object.fromEntries(
      asked.map(({ key, name, month }) => [
        `answer.${key}`,
        `Say what is meant for ${name}, ${month && monthName(month)}, or leave it out.`,
      ]),
    ),
  };
  const [message] = Object.values(fields);
  if (message) throw new Refusal("INVALID", message, { fields });

  const chosen = kept.flatMap(({ place, judged }) =>
    place && "typed" in judged
      ? [{ ...place, seen: seen.get(seenKey(place)), typed: { ...judged.typed, because, why: reason } }]
      : [],
  );
  if (chosen.length === 0) throw new Refusal("INVALID", "There is nothing to record in this block.");
  return chosen.map(({ seen: version, ...cell }) => {
    if (version === undefined)
      throw new Refusal("INVALID", "Look at the block again: what stands around it has changed.");
    return { ...cell, seen: version };
  });
}

const cellsWords = (count: number) => (count === 1 ? "the cell" : `the ${count} cells`);

/** Why, for the trail: what the person says, and what they answered to what they were asked. */
export function whyOf(cells: readonly JudgedCell[], { because, reason, leftOut }: PasteActuals): string | undefined {
  const answers = cells.flatMap(({ key, name, month, question }) =>
    question?.answer && !leftOut.has(key) ? [{ name, month, answer: offerWords(question.answer) }] : [],
  );
  return [reasonOf({ because, why: reason }), answersSaid(answers)].filter(Boolean).join("\n") || undefined;
}
