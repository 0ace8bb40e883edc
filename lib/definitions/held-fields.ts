import type { Held } from "#lib/definitions/held";
import { bandFields } from "#lib/definitions/inputs";
import { plainFigure } from "#lib/rules/figure";

/** What of the rows that hold a form shows. */
type Shown = {
  definition: Omit<NonNullable<Held["definition"]>, "id" | "fromMonth" | "toMonth" | "sectionId" | "position"> | null;
  team: Pick<NonNullable<Held["team"]>, "teamId"> | null;
  dueRule: Pick<NonNullable<Held["dueRule"]>, "every"> | null;
  bands: Pick<Held["bands"][number], "rank" | "asTyped">[];
  benchmark: Pick<NonNullable<Held["benchmark"]>, "name" | "value" | "year" | "neighbourSet" | "source"> | null;
};

/** What holds as the fields of its form, so that what is left as it is changes nothing. */
export function heldFields({ definition, team, dueRule, bands, benchmark }: Shown): Record<string, string> {
  return {
    measure: definition?.measure ?? "",
    unit: definition?.unit ?? "",
    direction: definition?.direction ?? "",
    precision: String(definition?.precision ?? ""),
    refs: definition?.actionPlanRefs.join(", ") ?? "",
    numerator: definition?.numeratorLabel ?? "",
    denominator: definition?.denominatorLabel ?? "",
    ...(definition?.breakInSeries && { breaks: "yes" }),
    rebased: definition?.rebasedBecause ?? "",
    covers: definition?.covers ?? "",
    small: definition?.hidesSmall ? "yes" : "",
    purpose: definition?.purpose ?? "",
    calculation: definition?.calculation ?? "",
    data: definition?.dataSource ?? "",
    ...Object.fromEntries(
      bandFields.map((field, index) => [field, bands.find(({ rank }) => rank === index + 1)?.asTyped ?? ""]),
    ),
    team: team?.teamId ?? "",
    every: String(dueRule?.every ?? ""),
    benchmark: benchmark?.name ?? "",
    value: benchmark ? plainFigure(benchmark.value) : "",
    year: benchmark?.year ?? "",
    set: benchmark?.neighbourSet ?? "",
    source: benchmark?.source ?? "",
  };
}

const names: Record<string, string> = {
  refs: "action plan",
  data: "source of the figures",
  every: "due every",
  value: "benchmark value",
  set: "neighbour set",
  small: "small numbers are",
  breaks: "a break in the series",
  rebased: "limits worked out anew, because",
};

export const saidField = (field: string): string => names[field] ?? field.replace("band-", "band ");
