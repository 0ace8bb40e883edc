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
const counts = split("number numbers count");

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
  taking: ["took", "taken"],
};

/** Words that say nothing of whose a figure is. */
export const neutral: ReadonlySet<string> = new Set([
  ...split(`
    a an the this that these its it our we us there here which all any each some both also however therefore if so then yet
    as at by for from in into of on to up below above upon with within over against about around between out and or but than
    am is are was were be been being has have had having do does did done will would can could should may might must
    remain remains remained stay stays stayed stand stands stood continue continues continued show shows showed see seen saw
    achieved reached recorded reported reporting secured delivered managed completed use
    now still just only very much more most less least further again overall similar same continued
    good poor strong weak high low new slight small big sharp marked highest lowest best worst
    significant substantial considerable marginal modest welcome encouraging disappointing
    last previous current running latest recent present start end mid early late
    day days week weeks month months monthly in-month quarter quarters quarterly year years year-on-year month-on-month
    period time times timescale timescales jan feb mar apr jun jul aug sep sept oct nov dec
    half halves thirds quarters fifths hundred per cent percent points point percentage-point
    child children young person people row line area what way well
  `),
  ...belowHundred.keys(),
  ...monthNames.map((name) => name.toLowerCase()),
]);
