import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import type { Tried } from "#lib/audit/enter-refusal";
import { perform, rehearse } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { type Changed, changeIndicator } from "#lib/definitions/change-indicator";
import { getHeld } from "#lib/definitions/held";
import type { DefineIndicator } from "#lib/definitions/inputs";
import { misfitFigures } from "#lib/definitions/misfit-figures";
import { readMilestonesAnew } from "#lib/definitions/read-milestones-anew";
import { requireSeen } from "#lib/definitions/require-seen";
import type { Setting } from "#lib/definitions/set-anew";
import { setBands } from "#lib/definitions/set-bands";
import { setBenchmark } from "#lib/definitions/set-benchmark";
import { setDueRule, setTeam, setWhat } from "#lib/definitions/set-parts";
import { triedDifferently } from "#lib/definitions/tried-differently";
import { monthName } from "#lib/rules/month";

/** The performance officer says what an indicator is from a month on. Throws what `writeDefinition` throws. */
export const defineIndicator = (
  asker: Asker,
  given: DefineIndicator,
  request?: FormRequest,
): Promise<Changed | undefined> => {
  const tried: Tried = {};
  return perform(asker, "indicator.define", (tx, actor) => writeDefinition(tx, actor, given, tried), {
    request,
    reason: given.reason || undefined,
    about: { indicatorId: given.indicatorId, month: given.from },
    tried,
  });
};

/** What that would change, with nothing done. Throws the same. */
export const previewDefinition = (asker: Asker, given: DefineIndicator): Promise<Changed> =>
  rehearse(asker, "indicator.define", (tx, actor) => writeDefinition(tx, actor, given));

/**
 * Sets anew what differs from what holds in the month, and leaves the rest as it is: each until something of its kind was
 * set from a later month. Throws INVALID where nothing differs, CONFLICT where somebody set or withdrew anything since the
 * form was opened, and what `changeIndicator` throws. What was tried differently is put into `tried`.
 */
export async function writeDefinition(
  tx: Database,
  actor: PersonActor,
  given: DefineIndicator,
  tried: Tried = {},
): Promise<Changed> {
  const { indicatorId, from } = given;
  return changeIndicator(tx, actor, given, from, async (before) => {
    const held = await getHeld(tx, indicatorId, from);
    Object.assign(tried, triedDifferently(held, given));
    await requireSeen(tx, actor, before, given, held);
    if (!held.definition) {
      const first = before.own.definitions.map(({ firstMonth }) => firstMonth).sort()[0];
      const message = `${before.ref} is defined from ${first ? monthName(first) : "no month"} on, and not in ${monthName(from)}. Choose a month in which it is.`;
      throw new Refusal("INVALID", message, { fields: { from: message } });
    }
    const setting: Setting = {
      indicatorId,
      from,
      by: actor.person.id,
      // Only while it is previewed is there none yet.
      reason: given.reason || "Set anew.",
    };
    const what = await setWhat(tx, held.definition, given.definition, setting);
    const bands = await setBands(tx, before, held, given, setting);
    const milestones = await readMilestonesAnew(tx, before, given.definition.direction, setting);
    const others = [
      what,
      bands,
      milestones,
      await setTeam(tx, actor, held.team, given.teamId, setting),
      await setDueRule(tx, held.dueRule, given.every, setting),
      await setBenchmark(tx, held.benchmark, given.benchmark, setting),
    ];
    if (others.every(({ changes }) => !changes)) {
      throw new Refusal("INVALID", `Nothing here is different from what ${before.ref} is in ${monthName(from)}.`);
    }
    return {
      withdraws: others.some(({ withdraws }) => withdraws),
      remarks: [...bands.remarks, ...misfitFigures(before, given)],
    };
  });
}
