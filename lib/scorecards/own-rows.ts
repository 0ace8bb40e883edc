import type { Month } from "#lib/rules/month";
import type { EarlierFigure } from "#lib/rules/usual-limits";
import type { SheetRows } from "#lib/scorecards/sheet-rows";

type Of<K extends keyof SheetRows> = NonNullable<SheetRows[K]>[number];

export type OwnRevision = Of<"revisions"> & { decisions: Of<"decisions">[] };

/** One indicator's rows; those of single months by their month. */
export type OwnRows = Pick<SheetRows, "definitions" | "teams" | "dueRules" | "bands" | "benchmarks"> & {
  actuals: Map<Month, Of<"actuals">>;
  milestones: Map<Month, Of<"milestones">>;
  revisions: Map<Month, OwnRevision[]>;
  earlier: readonly EarlierFigure[];
  /** One, where small numbers are hidden in some month, or were. */
  small: readonly Of<"small">[];
};

/** Puts every row to its indicator, going through each list once. */
export function ownRows(rows: SheetRows): (indicatorId: string) => OwnRows {
  const [definitions, teams, dueRules, bands, benchmarks] = [
    by(rows.definitions),
    by(rows.teams),
    by(rows.dueRules),
    by(rows.bands),
    by(rows.benchmarks),
  ];
  const [actuals, milestones, revisions] = [by(rows.actuals), by(rows.milestones), by(rows.revisions)];
  const earlier = new Map(rows.earlier?.map(({ indicatorId, figures }) => [indicatorId, figures]));
  const small = by(rows.small ?? []);
  const decisions = Map.groupBy(
    rows.decisions.toSorted((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime()),
    ({ revisionId }) => revisionId,
  );
  return (id) => ({
    definitions: definitions.get(id) ?? [],
    teams: teams.get(id) ?? [],
    dueRules: dueRules.get(id) ?? [],
    bands: bands.get(id) ?? [],
    benchmarks: benchmarks.get(id) ?? [],
    earlier: earlier.get(id) ?? [],
    small: small.get(id) ?? [],
    actuals: byMonth(actuals.get(id)),
    milestones: byMonth(milestones.get(id)),
    revisions: Map.groupBy(
      (revisions.get(id) ?? []).map((revision) => ({ ...revision, decisions: decisions.get(revision.id) ?? [] })),
      ({ month }) => month,
    ),
  });
}

const by = <T extends { indicatorId: string }>(list: readonly T[]) =>
  Map.groupBy(list, ({ indicatorId }) => indicatorId);

const byMonth = <T extends { month: Month }>(list: readonly T[] = []) => new Map(list.map((row) => [row.month, row]));
