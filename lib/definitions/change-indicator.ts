import { sql } from "drizzle-orm";
import type { Database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { type Effect, effectOf } from "#lib/definitions/effect";
import { misfits } from "#lib/definitions/fitting";
import { lockIndicator } from "#lib/definitions/lock-indicator";
import { type IndicatorPlace, type IndicatorRead, readIndicator } from "#lib/definitions/read-indicator";
import { closedMonths, lineWords, previewDifference, termWords } from "#lib/rules/effect-words";
import type { Month } from "#lib/rules/month";

/** A change as its form sends it: what its sender read it would do, line by line; null while that is being asked. */
export type Given = { indicatorId: string; previewed: readonly string[] | null; reason: string };

/** What a change does, or would do. */
export type Changed = IndicatorPlace &
  Effect & {
    /** To be known, and no reason to refuse: gaps between bands, figures that do not fit. */
    remarks: string[];
    /** Whether it has to say why: months that are over would be seen otherwise, or something is withdrawn. */
    asksWhy: boolean;
  };

/** What the work of a change says of itself. */
type Said = { remarks?: readonly string[]; withdraws: boolean };

/** Every line of a change, by which what is recorded is held to what was previewed: each one line, whatever was typed into it. */
export const everyLine = ({ terms, lines }: Effect): string[] =>
  [...terms.map(termWords), ...lines.map(lineWords)].map((line) => line.replace(/\s+/g, " ").trim());

/**
 * Does a change and answers what it changed: the indicator is read before and after, by the queries and the rules of its
 * pages, and the database enters lapses in between. So a preview, which is this rolled back, cannot say anything else than
 * what happens. Throws CONFLICT where it is no longer what was previewed, INVALID without a reason where it asks for one, and
 * where bands or milestones would contradict the direction.
 */
export async function changeIndicator(
  tx: Database,
  actor: PersonActor,
  { indicatorId, previewed, reason }: Given,
  from: Month | null,
  change: (before: IndicatorRead) => Promise<Said>,
): Promise<Changed> {
  const place = await lockIndicator(tx, actor, indicatorId);
  const before = await readIndicator(tx, actor, place, from);
  const { remarks = [], withdraws } = await change(before);
  await tx.execute(sql`set constraints all immediate`);
  const after = await readIndicator(tx, actor, place, from);
  requireFitting(before, after);
  const effect = effectOf(before, after, from);
  if (previewed) requirePreviewed(previewed, everyLine(effect));
  const asksWhy = withdraws || closedMonths(effect.lines).closed.length > 0;
  if (previewed && asksWhy && reason === "") {
    const message = "Say why: it changes months that are over, or withdraws something.";
    throw new Refusal("INVALID", message, { fields: { reason: message } });
  }
  return { slug: place.slug, ref: place.ref, ...effect, remarks: [...remarks, ...hiddenAnew(before, after)], asksWhy };
}

/** How many figures readers are not shown any more, or are again. */
function hiddenAnew(before: IndicatorRead, after: IndicatorRead): string[] {
  const hidden = ({ indicator }: IndicatorRead) =>
    [...(indicator?.cells.values() ?? [])].flatMap(({ month, small }) => (small ? month : []));
  const [was, is] = [hidden(before), hidden(after)];
  const hides = is.filter((month) => !was.includes(month)).length;
  const shows = was.filter((month) => !is.includes(month)).length;
  return [
    ...(hides > 0 ? [`Readers are no longer shown ${figures(hides)} of those recorded, in earlier editions too.`] : []),
    ...(shows > 0 ? [`Readers are shown ${figures(shows)} again.`] : []),
  ];
}

const figures = (count: number) => (count === 1 ? "one figure" : `${count} figures`);

function requireFitting(before: IndicatorRead, after: IndicatorRead): void {
  const known = new Set(misfits(before));
  const [first] = misfits(after).filter((each) => !known.has(each));
  if (first) throw new Refusal("INVALID", first);
}

/** Throws CONFLICT, with what differs, where a change does something else than its sender read. */
export function requirePreviewed(previewed: readonly string[], now: readonly string[]): void {
  const difference = previewDifference(previewed, now);
  if (difference) {
    throw new Refusal(
      "CONFLICT",
      `What this changes is not what was previewed, because something was changed meanwhile. ${difference} The preview below is made anew: read it and save again.`,
    );
  }
}
