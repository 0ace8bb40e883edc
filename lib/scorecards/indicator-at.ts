import { allAtMonth, atMonth, type Held } from "#lib/rules/at-month";
import { bandsFromRows } from "#lib/rules/bands";
import type { Month } from "#lib/rules/month";
import type { OwnRows } from "#lib/scorecards/own-rows";
import type { IndicatorAt } from "#lib/scorecards/sheet";

type Versions = Pick<OwnRows, "definitions" | "teams" | "bands" | "benchmarks">;

/** What is true of an indicator in each month; null in one before its first definition. Worked out once for all months between two changes. */
export function indicatorIn(versions: Versions): (month: Month) => IndicatorAt | null {
  const { definitions, teams, bands, benchmarks } = versions;
  const all: readonly Held[] = [...definitions, ...teams, ...bands, ...benchmarks];
  const [starts, ends] = [
    distinct(all.map(({ firstMonth }) => firstMonth)),
    distinct(all.map(({ lastMonth }) => lastMonth)),
  ];
  const known = new Map<number, IndicatorAt | null>();
  return (month) => {
    // How many have begun or ended: the same of two months where the same hold in both.
    const passed = starts.filter((start) => start <= month).length + ends.filter((end) => end < month).length;
    const found = known.get(passed);
    if (found !== undefined) return found;
    const made = indicatorAt(versions, month);
    known.set(passed, made);
    return made;
  };
}

const distinct = (months: readonly Month[]) => [...new Set(months)];

function indicatorAt(versions: Versions, month: Month): IndicatorAt | null {
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
  };
}
