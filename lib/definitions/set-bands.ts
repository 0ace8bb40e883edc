import type { Database } from "#db/client";
import { band, bandSet } from "#db/schema/indicators";
import { Refusal } from "#lib/audit/refusal";
import type { Held } from "#lib/definitions/held";
import { bandFields, type DefineIndicator } from "#lib/definitions/inputs";
import type { IndicatorRead } from "#lib/definitions/read-indicator";
import { makeRoom, type Setting } from "#lib/definitions/set-anew";
import { type Part, unchanged } from "#lib/definitions/set-parts";
import { isSameEdge } from "#lib/rules/band";
import { type Bands, bandRows, bandsFromRows, parseBands } from "#lib/rules/bands";
import { labelsAt } from "#lib/scorecards/labels-at";

/**
 * The bands as typed, best first, read in the direction that is given with them; all of them blank: none. Throws INVALID,
 * by the field of each band that contradicts the direction or another band.
 */
export async function setBands(
  tx: Database,
  before: IndicatorRead,
  held: Held,
  { bands: typed, definition: { direction, precision } }: DefineIndicator,
  setting: Setting,
): Promise<Part & { remarks: string[] }> {
  const levels = labelsAt(before.scorecard, setting.from).slice(0, -1);
  const isNone = typed.every((text) => text === "");
  const parsed = isNone
    ? null
    : parseBands(
        levels.map(({ word }, index) => ({ word, asTyped: typed[index] ?? "" })),
        direction,
        precision,
      );
  if (parsed && !parsed.ok) {
    const { problems } = parsed;
    throw new Refusal("INVALID", problems[0]?.message ?? "These bands cannot be read.", {
      fields: Object.fromEntries(problems.map(({ rank, message }) => [bandFields[rank - 1], message])),
    });
  }
  const remarks = parsed?.remarks ?? [];
  const bands = parsed?.bands ?? null;
  if (areSame(bands, bandsFromRows(direction, held.bands))) return { ...unchanged, remarks };
  const withdraws = await makeRoom(tx, bandSet, held.bandSet, setting);
  const { indicatorId, from, by } = setting;
  const [set] = await tx
    .insert(bandSet)
    .values({ indicatorId, fromMonth: from, setBy: by })
    .returning({ id: bandSet.id });
  if (set && bands) {
    const rows = bandRows(bands).map((row) => ({ ...row, indicatorId, fromMonth: from, bandSetId: set.id }));
    await tx.insert(band).values(rows);
  }
  return { changes: true, withdraws, remarks };
}

const areSame = (one: Bands | null, other: Bands | null): boolean =>
  one?.bestFirst.length === other?.bestFirst.length &&
  (one?.bestFirst ?? []).every((band, index) => {
    const beside = other?.bestFirst[index];
    return beside !== undefined && band.asTyped === beside.asTyped && isSameEdge(band, beside);
  });
