import { allAtMonth, atMonth } from "#lib/rules/at-month";
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
  const {
    fromMonth,
    firstMonth,
    lastMonth,
    sectionNumber,
    sectionTitle,
    themeSlug,
    themeName,
    themePosition,
    indicatorId,
    ...what
  } = definition;
  const team = atMonth(versions.teams, month);
  const [compared] = allAtMonth(versions.benchmarks, month).sort(
    (a, b) => b.firstMonth.localeCompare(a.firstMonth) || a.name.localeCompare(b.name, "en"),
  );
  return {
    ...what,
    definedFrom: fromMonth,
    section: { number: sectionNumber, title: sectionTitle },
    theme: { slug: themeSlug, name: themeName, position: themePosition },
    team: team && { id: team.id, name: team.name },
    benchmark: compared
      ? {
          name: compared.name,
          value: compared.value,
          year: compared.year,
          neighbourSet: compared.neighbourSet,
          source: compared.source,
        }
      : null,
    bands: bandsFromRows(definition.direction, allAtMonth(versions.bands, month)),
    isDue: isDue(atMonth(versions.dueRules, month), month),
  };
}
