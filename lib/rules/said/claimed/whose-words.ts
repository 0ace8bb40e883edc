import type { Unit } from "#db/vocabulary";
import { monthNames } from "#lib/rules/month";
import { belowHundred } from "#lib/rules/small/number-words";

/** The words by which a sentence speaks of a figure, and those that say nothing of whose it is: data, to be added to. */

const split = (words: string): string[] => words.trim().split(/\s+/);

/** What a figure of any unit is called. */
export const anyFigure: readonly string[] = split(
  "performance figure figures result results position level levels score value picture compliance indicator measure direction maximum minimum single",
);

const parts = split("percentage percentages proportion share rate timeliness");
const counts = split("number numbers total count");

/** What one of a unit is called besides: a number of something is not its percentage. */
export const figuresOf: Partial<Record<Unit, readonly string[]>> = {
  percent: parts,
  count: counts,
  average: ["average", ...counts],
  "rate per 1,000": ["rate", "rates"],
  "rate per 10,000": ["rate", "rates"],
  days: split("average wait length duration"),
  pounds: split("average cost costs spend"),
};

/** How else what is measured is called. */
export const likeWords: Readonly<Record<string, readonly string[]>> = {
  cp: ["protection"],
  cin: ["need"],
  seen: ["visits", "visited"],
  s47: ["section", "enquiries"],
};

/** Words that say nothing of whose a figure is. */
export const neutral: ReadonlySet<string> = new Set([
  ...split(
    "a an the this that these its it our we us there here which all any each some both also as at by for from in into of on",
  ),
  ...split(
    "to up upon with within over against about around out and or but so then than yet if however therefore overall again",
  ),
  ...split(
    "now still just only very much more most less least good poor strong weak high low new slight small big sharp marked",
  ),
  ...split(
    "further significant substantial considerable marginal modest welcome encouraging disappointing continued similar same",
  ),
  ...split("last previous next current latest recent present"),
  ...split("half halves thirds quarters fifths hundred"),
  ...belowHundred.keys(),
  ...split(
    "day days week weeks month months monthly in-month quarter quarters quarterly year years period time times timescale",
  ),
  ...split(
    "timescales start end mid early late year-on-year month-on-month reporting reported recorded completed done",
  ),
  ...split("per cent percent points point percentage-point row line area result what way well"),
  ...split("child children young person people"),
  ...monthNames.map((name) => name.toLowerCase()),
  ...split("jan feb mar apr jun jul aug sep sept oct nov dec"),
  ...split(
    "am is are was were be been being has have had having do does did done will would can could should may might must",
  ),
  ...split(
    "remain remains remained stay stays stayed stand stands stood continue continues continued shows show showed see seen",
  ),
]);
