import type { Direction, Unit } from "#db/vocabulary";
import type { Bands } from "#lib/rules/bands";
import { apart } from "#lib/rules/direction";
import { publishedBand } from "#lib/rules/grade";
import { bandedLevels, type Labels } from "#lib/rules/labels";
import { sectionName } from "#lib/rules/section-name";
import { directionWords } from "#lib/rules/which-is-better";

/** What is true of an indicator in a month, as far as it is said in words. */
export type Defined = {
  measure: string;
  unit: Unit;
  direction: Direction;
  precision: number;
  actionPlanRefs: readonly string[];
  numeratorLabel: string | null;
  denominatorLabel: string | null;
  covers?: string | null;
  purpose?: string | null;
  calculation?: string | null;
  dataSource?: string | null;
  hidesSmall?: boolean | null;
  breakInSeries: boolean;
  rebasedBecause: string | null;
  section: { number: number; title: string | null };
  theme: { name: string };
  team: { name: string } | null;
  benchmark: {
    name: string;
    value: string;
    year: string | null;
    neighbourSet: string | null;
    source: string | null;
  } | null;
  bands: Bands | null;
};

export type Term = { term: string; value: string };

/** What an indicator measures, what it is judged by and who answers for it; what it need not have, only where it has it. */
export function definitionTerms(at: Defined, labels: Labels): Term[] {
  const { benchmark, bands, precision } = at;
  const decimals = precision === 0 ? "whole numbers" : `${precision} decimal${precision > 1 ? "s" : ""}`;
  return [
    { term: "Measure", value: at.measure },
    { term: "Theme and section", value: `${apart(at.theme.name)}, ${sectionName(at.section)}` },
    { term: "Team", value: at.team?.name ?? "none" },
    { term: "Unit", value: `${at.unit}, ${decimals}` },
    ...(at.numeratorLabel ? [{ term: "Numerator", value: at.numeratorLabel }] : []),
    ...(at.denominatorLabel ? [{ term: "Denominator", value: at.denominatorLabel }] : []),
    ...(at.covers ? [{ term: "A figure covers", value: at.covers }] : []),
    ...(at.purpose ? [{ term: "Purpose", value: at.purpose }] : []),
    ...(at.calculation ? [{ term: "Calculation", value: at.calculation }] : []),
    ...(at.dataSource ? [{ term: "Source of the figures", value: at.dataSource }] : []),
    ...(at.hidesSmall ? [{ term: "Small numbers", value: "hidden from readers" }] : []),
    { term: "Direction", value: directionWords(at.direction) },
    ...(at.breakInSeries ? [{ term: "Series", value: "breaks here" }] : []),
    ...(at.rebasedBecause ? [{ term: "Limits", value: `worked out anew from here: ${at.rebasedBecause}` }] : []),
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
  ];
}

const often: Record<number, string> = { 1: "every month", 3: "every quarter", 12: "every year" };

/** "every month", "every quarter", "every year", "never" */
export const dueEvery = (every: number | null): string =>
  every === null ? "never" : (often[every] ?? `every ${every} months`);
