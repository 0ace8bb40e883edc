import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { monthName } from "#lib/rules/month";
import type { MoveIndicator } from "#lib/structure/inputs";
import { invalid } from "#lib/structure/invalid";
import { lockIndicators } from "#lib/structure/lock-indicators";
import { lockScorecard } from "#lib/structure/lock-scorecard";
import { movedBy, placesOf } from "#lib/structure/moved-by";
import { orderIn } from "#lib/structure/order-in";
import { everyPlace, placedIn } from "#lib/structure/placed-in";
import { requireSection } from "#lib/structure/require-section";
import { setPlace } from "#lib/structure/set-place";

/** The performance officer moves an indicator up or down, or to another section, from a month on. Throws what `writeIndicatorPlace` throws. */
export const moveIndicator = (asker: Asker, given: MoveIndicator, request?: FormRequest): Promise<string | undefined> =>
  perform(asker, "indicator.move", (tx, actor) => writeIndicatorPlace(tx, actor, given), {
    request,
    about: { indicatorId: given.indicator, month: given.from },
  });

const reason = "Moved in the scorecard.";

/**
 * Its figures, grades and comments stay. Throws CONFLICT where it was defined or moved anew since; INVALID for a section that is
 * not there, the first up and the last down, and a month in which it has ended; and what `lockScorecard` throws.
 */
export async function writeIndicatorPlace(tx: Database, actor: PersonActor, given: MoveIndicator): Promise<string> {
  const { scorecard: scorecardId, indicator, to, from, seen } = given;
  await lockIndicators(tx, actor, scorecardId);
  const { slug } = await lockScorecard(tx, actor, scorecardId);
  const all = await everyPlace(tx, scorecardId);
  const found = all.find(({ id }) => id === indicator);
  if (!found) throw new Refusal("NOT_FOUND", "There is no such indicator.");
  const held = placedIn(found.versions, from);
  if (!held) throw invalid("from", `${found.ref} has ended by ${monthName(from)}. Choose a month before.`);
  if (held.id !== seen) {
    throw new Refusal(
      "CONFLICT",
      `Somebody else changed or moved ${found.ref} after you opened the page. Look at where it stands, and move it again.`,
    );
  }
  const set = { from, by: actor.person.id, reason };
  if (to === "up" || to === "down") {
    const order = orderIn(all, held.sectionId, from);
    const moved = movedBy(order, order.find(({ of }) => of === found)!, to);
    if (!moved) throw invalid("to", `${found.ref} is the ${to === "up" ? "first" : "last"} of its section already.`);
    // Its own last: the last row written stands for what was done.
    for (const [{ of }, position] of placesOf(moved).toSorted(([{ of: a }]) => (a === found ? 1 : -1))) {
      await setPlace(tx, of, ({ sectionId }) => (sectionId === held.sectionId ? { sectionId, position } : null), set);
    }
    return slug;
  }
  await requireSection(tx, scorecardId, to);
  if (to === held.sectionId) throw invalid("to", `${found.ref} stands in this section already.`);
  const position = Math.max(0, ...orderIn(all, to, from).map((each) => each.position)) + 1;
  await setPlace(tx, found, () => ({ sectionId: to, position }), set);
  return slug;
}
