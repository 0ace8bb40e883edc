import { publishedBand } from "#lib/rules/grade";
import { bandedLevels, type Labels } from "#lib/rules/labels";
import { monthName } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import type { IndicatorAt } from "#lib/scorecards/sheet";

/** What an indicator measures, what it is judged by and who answers for it, as it stands in the last month shown. */
export function definitionView(at: IndicatorAt, labels: Labels): { term: string; value: string }[] {
  const { benchmark, bands, precision } = at;
  const decimals = precision === 0 ? "whole numbers" : `${precision} decimal${precision > 1 ? "s" : ""}`;
  return [
    { term: "Measure", value: at.measure },
    { term: "Theme and section", value: `${at.theme.name}, ${sectionName(at.section)}` },
    { term: "Team", value: at.team?.name ?? "none" },
    { term: "Unit", value: `${at.unit}, ${decimals}` },
    { term: "Direction", value: `${at.direction} is better` },
    { term: "Action plan", value: at.actionPlanRefs.join(", ") || "none" },
    ...bandedLevels(labels)
      .reverse()
      .map((level) => ({ term: `${level.word} band`, value: publishedBand(level, bands, labels) ?? "none" })),
    {
      term: "Neighbour average",
      value: benchmark
        ? [benchmark.value, benchmark.name, benchmark.year, benchmark.neighbourSet, benchmark.source]
            .filter(Boolean)
            .join(", ")
        : "not known",
    },
    { term: "Defined so from", value: monthName(at.definedFrom) },
  ];
}
