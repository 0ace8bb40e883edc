import { atMonth } from "#lib/rules/at-month";
import { bandsFromRows } from "#lib/rules/bands";
import { isDue } from "#lib/rules/due";
import type { Month } from "#lib/rules/month";
import type { IndicatorAt } from "#lib/scorecards/sheet";
import type { SheetRows } from "#lib/scorecards/sheet-rows";

export type Versions = Pick<SheetRows, "definitions" | "teams" | "dueRules" | "bands" | "benchmarks">;

/** What is true of an indicator in a month; null in a month before its first definition. */
export function indicatorAt(versions: Versions, month: Month): (IndicatorAt & { isDue: boolean }) | null {
  const definition = atMonth(versions.definitions, month);
  if (!definition) return null;
  const { fromMonth, sectionNumber, sectionTitle, themeSlug, themeName, themePosition, indicatorId, ...what } =
    definition;
  const team = atMonth(versions.teams, month);
  const bandsFrom = atMonth(versions.bands, month)?.fromMonth;
  const compared = atMonth(versions.benchmarks, month);
  return {
    ...what,
    definedFrom: fromMonth,
    section: { number: sectionNumber, title: sectionTitle },
    theme: { slug: themeSlug, name: themeName, position: themePosition },
    team: team && { id: team.id, name: team.name },
    benchmark: compared && {
      name: compared.name,
      value: compared.value,
      year: compared.year,
      neighbourSet: compared.neighbourSet,
      source: compared.source,
    },
    bands: bandsFromRows(
      definition.direction,
      versions.bands.filter(({ fromMonth }) => fromMonth === bandsFrom),
    ),
    isDue: isDue(atMonth(versions.dueRules, month), month),
  };
}
