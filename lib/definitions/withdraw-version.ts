import type { Database } from "#db/client";
import { bandSet, benchmark, dueRule, indicatorDefinition, indicatorTeam } from "#db/schema/indicators";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform, rehearse } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { type Changed, changeIndicator } from "#lib/definitions/change-indicator";
import type { WithdrawVersion } from "#lib/definitions/inputs";
import { listVersions } from "#lib/definitions/list-versions";
import { withdraw } from "#lib/definitions/set-anew";
import { apart } from "#lib/rules/direction";
import { momentSince } from "#lib/rules/moment";

const tables = {
  definition: indicatorDefinition,
  team: indicatorTeam,
  due_rule: dueRule,
  band_set: bandSet,
  benchmark,
} as const;

/** The performance officer withdraws something that was set of an indicator and proved wrong. Throws what `writeWithdrawnVersion` throws. */
export const withdrawVersion = (
  asker: Asker,
  given: WithdrawVersion,
  request?: FormRequest,
): Promise<Changed | undefined> =>
  perform(asker, "version.withdraw", (tx, actor) => writeWithdrawnVersion(tx, actor, given), {
    request,
    reason: given.reason || undefined,
    about: { indicatorId: given.indicatorId },
  });

/** What that would change, with nothing done. Throws the same. */
export const previewWithdrawal = (asker: Asker, given: WithdrawVersion): Promise<Changed> =>
  rehearse(asker, "version.withdraw", (tx, actor) => writeWithdrawnVersion(tx, actor, given));

/**
 * What held before it holds again. Throws NOT_FOUND for another indicator's, CONFLICT when somebody withdrew it meanwhile,
 * WRONG_STATE for what an indicator cannot be without, and what `changeIndicator` throws.
 */
export async function writeWithdrawnVersion(
  tx: Database,
  actor: PersonActor,
  given: WithdrawVersion,
): Promise<Changed> {
  const { indicatorId, kind, id } = given;
  const versions = await listVersions(tx, indicatorId);
  const found = versions.find((each) => each.kind === kind && each.id === id);
  return changeIndicator(tx, actor, given, found?.month ?? null, async ({ ref }) => {
    if (!found) throw new Refusal("NOT_FOUND", "There is no such version.");
    if (found.withdrawnAt) {
      const at = momentSince(found.withdrawnAt, new Date(), actor.organisation.timeZone);
      throw new Refusal(
        "CONFLICT",
        `This was withdrawn by ${apart(found.withdrawnBy ?? "an operator")} at ${at}: ${apart(found.reason ?? "")}`,
      );
    }
    const earlier = versions.some((each) => each.kind === kind && !each.withdrawnAt && each.month < found.month);
    if (!earlier && (kind === "definition" || kind === "team")) {
      const what = kind === "team" ? "a team" : "a definition";
      throw new Refusal(
        "WRONG_STATE",
        `${ref} cannot be without ${what}, and there is none before it. Set another in its place instead.`,
      );
    }
    await withdraw(tx, tables[kind], id, { indicatorId, by: actor.person.id, reason: given.reason || "Withdrawn." });
    return { withdraws: true };
  });
}
