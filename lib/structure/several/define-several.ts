import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import type { Tried } from "#lib/audit/enter-refusal";
import { perform, rehearse } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { type Changed, changeIndicator, everyLine, requirePreviewed } from "#lib/definitions/change-indicator";
import { getHeld, markedIn } from "#lib/definitions/held";
import { saidField } from "#lib/definitions/held-fields";
import { misfitFigures } from "#lib/definitions/misfit-figures";
import { setDueRule, setTeam, setWhat } from "#lib/definitions/set-parts";
import { dueEvery } from "#lib/rules/definition-terms";
import { apart } from "#lib/rules/direction";
import { monthName } from "#lib/rules/month";
import { lockIndicators } from "#lib/structure/lock-indicators";
import { lockScorecard } from "#lib/structure/lock-scorecard";
import { type DefineSeveral, severalField, severalFields } from "#lib/structure/several/inputs";
import { listSeveral, type SeveralRow, seenSeveral } from "#lib/structure/several/list-several";

/** What a change of many does, or would do, indicator by indicator. */
export type ChangedSeveral = { slug: string; changed: Changed[]; asksWhy: boolean };

/** The performance officer sets teams, due rules and precisions of many indicators from a month on. Throws what `writeSeveral` throws. */
export const defineSeveral = (
  asker: Asker,
  given: DefineSeveral,
  request?: FormRequest,
): Promise<ChangedSeveral | undefined> => {
  const tried: Tried = {};
  return perform(asker, "indicator.define", (tx, actor) => writeSeveral(tx, actor, given, tried), {
    request,
    reason: given.reason || undefined,
    about: { scorecardId: given.scorecardId, month: given.from },
    tried,
  });
};

/** What that would change, with nothing done. Throws the same. */
export const previewSeveral = (asker: Asker, given: DefineSeveral): Promise<ChangedSeveral> =>
  rehearse(asker, "indicator.define", (tx, actor) => writeSeveral(tx, actor, given));

/** Every line of it, each under its indicator. */
export const everyLineSeveral = ({ changed }: Pick<ChangedSeveral, "changed">): string[] =>
  changed.flatMap((one) => everyLine(one).map((line) => `${one.ref}: ${line}`));

/**
 * Sets anew what differs from what holds in the month, one indicator after the other, as each one's own form would. All of it
 * is done or none. Throws CONFLICT where any of them is otherwise than when the form was opened or than it was previewed,
 * INVALID where nothing differs, for what one of them refuses, and without a reason where one asks for it; and what `lockScorecard` throws.
 */
export async function writeSeveral(
  tx: Database,
  actor: PersonActor,
  given: DefineSeveral,
  tried: Tried = {},
): Promise<ChangedSeveral> {
  const { scorecardId, from, previewed, reason } = given;
  await lockIndicators(tx, actor, scorecardId);
  const scorecard = await lockScorecard(tx, actor, scorecardId);
  const held = new Map((await listSeveral(tx, actor, scorecard, from)).map((row) => [row.ref, row]));
  const differing = given.rows.filter((row) => differences(held.get(row.ref), row).length > 0);
  tried.fields = differing
    .flatMap((row) => differences(held.get(row.ref), row).map((field) => `${row.ref} ${saidField(field)}`))
    .join(", ");
  requireSeen(given, held, differing);
  if (differing.length === 0) {
    throw new Refusal("INVALID", `Nothing here is different from what these indicators are in ${monthName(from)}.`);
  }
  const changed: Changed[] = [];
  for (const row of differing) changed.push(await writeOne(tx, actor, { ...given, ...row, id: held.get(row.ref)!.id }));
  if (previewed) requirePreviewed(previewed, everyLineSeveral({ changed }));
  const asksWhy = changed.some((one) => one.asksWhy);
  if (previewed && asksWhy && reason === "") {
    const message = "Say why: it changes months that are over, or withdraws something.";
    throw new Refusal("INVALID", message, { fields: { reason: message } });
  }
  return { slug: scorecard.slug, changed, asksWhy };
}

type Row = DefineSeveral["rows"][number];

const differences = (held: SeveralRow | undefined, row: Row) =>
  severalFields.filter(
    (field) => (field === "team" ? (held?.team?.id ?? null) : (held?.[field] ?? null)) !== row[field],
  );

function requireSeen(
  { rows, seen, from }: DefineSeveral,
  held: ReadonlyMap<string, SeveralRow>,
  differing: readonly Row[],
): void {
  const missing = rows.filter(({ ref }) => !held.has(ref)).map(({ ref }) => ref);
  const now = rows.flatMap(({ ref }) => held.get(ref) ?? []);
  if (missing.length === 0 && seenSeveral(now) === seen) return;
  const theirs = differing.flatMap(({ ref }) => held.get(ref) ?? []).map(said);
  const gone = missing.map((ref) => `${ref} is not defined in ${monthName(from)}`);
  throw new Refusal(
    "CONFLICT",
    `Some of these indicators were changed after you opened this page. Different from what you typed: ${[...gone, ...theirs].join("; ") || "nothing"}. Open the page again, and change them over that.`,
  );
}

const said = ({ ref, team, every, precision }: SeveralRow) =>
  `${ref} has ${team ? `the team ${apart(team.name)}` : "no team"}, is due ${dueEvery(every)} and shows ${precision} ${precision === 1 ? "decimal" : "decimals"}`;

/** One indicator; what it refuses is said of it, at its own fields. */
async function writeOne(
  tx: Database,
  actor: PersonActor,
  { id, ref, team, every, precision, from, reason }: DefineSeveral & Row & { id: string },
): Promise<Changed> {
  const setting = { indicatorId: id, from, by: actor.person.id, reason: reason || "Set anew." };
  try {
    return await changeIndicator(tx, actor, { indicatorId: id, previewed: null, reason }, from, async (before) => {
      const held = await getHeld(tx, id, from);
      const { id: _, fromMonth, toMonth, sectionId, position, hidesSmall, ...what } = markedIn(held.definition!, from);
      const definition = { ...what, hidesSmall: hidesSmall || null, precision };
      const parts = [
        await setWhat(tx, held.definition!, definition, setting),
        await setTeam(tx, actor, held.team, team, setting),
        await setDueRule(tx, held.dueRule, every, setting),
      ];
      return {
        withdraws: parts.some(({ withdraws }) => withdraws),
        remarks: misfitFigures(before, { from, definition }),
      };
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const fields = Object.entries(error.fields).map(([field, message]) => [
      severalField(field as "team", ref),
      `${ref}: ${message}`,
    ]);
    throw new Refusal(error.code, `${ref}: ${error.message}`, { fields: Object.fromEntries(fields) });
  }
}
