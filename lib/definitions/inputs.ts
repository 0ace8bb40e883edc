import { z } from "zod";
import { coverages, directions, units } from "#db/vocabulary";
import { MonthField } from "#lib/actions/month-field";
import { parseBand } from "#lib/rules/band";
import { linesOf } from "#lib/rules/effect-words";
import { plainFigure } from "#lib/rules/figure";
import { longestReason } from "#lib/rules/longest";
import { parseMonth } from "#lib/rules/month";
import { typedWords } from "#lib/rules/typed-words";

const openAgain = "Open the page again.";
const words = (longest: number) =>
  z
    .string()
    .default("")
    .transform(typedWords)
    .pipe(z.string().max(longest, `At most ${longest.toLocaleString("en-GB")} characters are kept here.`));
export const Seen = z.string().regex(/^[0-9a-f]{16}$/, openAgain);
/** What its sender read it would do, one line each. */
export const Previewed = z.string().transform(linesOf);
export const own = { indicator: z.uuid("There is no such indicator."), reason: words(longestReason) };

const Value = z
  .string()
  .default("")
  .transform((text, context) => {
    const typed = text.trim();
    if (typed === "") return null;
    const read = parseBand(typed);
    if (read?.kind !== "plain") context.addIssue(`“${typed}” is not a figure. Type one such as 25 or 25.3.`);
    return read?.kind === "plain" ? plainFigure(read.edge) : z.NEVER;
  });

const Refs = words(500).transform((text) => [
  ...new Set(
    text
      .split(",")
      .map((ref) => ref.trim())
      .filter(Boolean),
  ),
]);

/** The most bands there are: one for each level but the lowest. */
export const bandFields = ["band-1", "band-2", "band-3", "band-4", "band-5"] as const;

export const definitionFields = {
  indicator: own.indicator,
  from: MonthField,
  seen: Seen,
  measure: words(2000).pipe(z.string().min(1, "Say what it measures.")),
  unit: z.enum(units, "Choose a unit."),
  direction: z.enum(directions, "Choose which way is better."),
  precision: z.coerce
    .number("Choose how many decimals.")
    .int("Choose how many decimals.")
    .min(0, "0 to 4 decimals are kept.")
    .max(4, "0 to 4 decimals are kept."),
  refs: Refs,
  numerator: words(500),
  denominator: words(500),
  covers: z.enum(["", ...coverages], "Choose what a figure covers.").default(""),
  purpose: words(2000),
  calculation: words(2000),
  data: words(500),
  small: z.enum(["", "yes"], "Choose whether small numbers are hidden.").default(""),
  breaks: z.literal("yes").optional(),
  rebased: words(longestReason),
  ...(Object.fromEntries(bandFields.map((field) => [field, words(100)])) as Record<
    (typeof bandFields)[number],
    ReturnType<typeof words>
  >),
  team: z.union([z.literal(""), z.uuid("Choose a team.")]),
  every: z.enum(["", "1", "3", "12"], "Choose how often it is due."),
  benchmark: words(200),
  value: Value,
  year: words(100),
  set: words(500),
  source: words(500),
};

/** Whether a name is one of the form's fields. */
export const isDefinitionField = (name: string): boolean => name in definitionFields;

/** Of an average nobody knows of how many it is, and a figure that covers nobody knows what may be subtracted from others. */
function canHide({ small, unit, covers }: Pick<Typed, "small" | "unit" | "covers">, context: z.RefinementCtx): void {
  if (small !== "yes") return;
  const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (unit !== "count" && unit !== "percent")
    refuse(
      "small",
      `${unit[0]!.toUpperCase()}${unit.slice(1)}: such a figure does not say of how many it is. Small numbers are hidden of counts and percentages.`,
    );
  if (covers === "")
    refuse("covers", "Say what a figure covers: without that nobody can tell which others give a small number away.");
}

type Typed = z.output<z.ZodObject<typeof definitionFields>>;

const asDefined = ({
  indicator,
  refs,
  breaks,
  rebased,
  numerator,
  denominator,
  covers,
  purpose,
  calculation,
  data,
  small,
  every,
  team,
  benchmark,
  value,
  year,
  set,
  source,
  ...given
}: Typed) => ({
  indicatorId: indicator,
  from: given.from,
  seen: given.seen,
  definition: {
    measure: given.measure,
    unit: given.unit,
    direction: given.direction,
    precision: given.precision,
    actionPlanRefs: refs,
    numeratorLabel: numerator || null,
    denominatorLabel: denominator || null,
    covers: covers || null,
    purpose: purpose || null,
    calculation: calculation || null,
    dataSource: data || null,
    hidesSmall: small === "yes" || null,
    breakInSeries: breaks === "yes",
    rebasedBecause: rebased || null,
  },
  bands: bandFields.map((field) => given[field]),
  teamId: team || null,
  every: every === "" ? null : Number(every),
  benchmark: { name: benchmark, value, year: year || null, neighbourSet: set || null, source: source || null },
});

/** What an indicator is to be from a month on, all of it: what is as it was is left as it is. */
export const PreviewDefinitionInput = z
  .object(definitionFields)
  .superRefine(canHide)
  .transform((typed) => ({ ...asDefined(typed), reason: "", previewed: null }));

export const DefineIndicatorInput = z
  .object({ ...definitionFields, reason: own.reason, previewed: Previewed })
  .superRefine(canHide)
  .transform(({ reason, previewed, ...typed }) => ({ ...asDefined(typed), reason, previewed }));

export type DefineIndicator = z.output<typeof PreviewDefinitionInput> | z.output<typeof DefineIndicatorInput>;

/** What is withdrawn as a mistake: something of an indicator, by its kind and id. Milestones are set, and so taken away. */
const version = {
  indicator: own.indicator,
  kind: z.enum(["definition", "team", "due_rule", "band_set", "benchmark"], openAgain),
  version: z.uuid(openAgain),
};

export const PreviewWithdrawalInput = z
  .object(version)
  .transform(({ indicator, kind, version: id }) => ({ indicatorId: indicator, kind, id, reason: "", previewed: null }));

export const WithdrawVersionInput = z
  .object({ ...version, ...own, previewed: Previewed })
  .transform(({ indicator, version: id, ...given }) => ({ indicatorId: indicator, id, ...given }));

export type WithdrawVersion = z.output<typeof PreviewWithdrawalInput> | z.output<typeof WithdrawVersionInput>;

/** The field of a month's milestone, as typed. */
export const milestoneField = (month: string): string => `milestone-${month}`;

export const isMilestonesField = (name: string): boolean =>
  name in milestones || (name.startsWith("milestone-") && parseMonth(name.slice("milestone-".length)) !== null);

const milestonesOf = (typed: Record<string, unknown>, refuse: (message: string) => void) =>
  Object.entries(typed).flatMap(([name, value]) => {
    if (!name.startsWith("milestone-") || typeof value !== "string") return [];
    const month = parseMonth(name.slice("milestone-".length));
    if (!month) refuse("There is no such month.");
    return month ? [{ month, asTyped: typedWords(value) }] : [];
  });

const milestones = { indicator: own.indicator, seen: Seen };

/** The milestones of the months on the screen as they are to be; blank: none. */
export const PreviewMilestonesInput = z.looseObject(milestones).transform(({ indicator, seen, ...rest }, context) => ({
  indicatorId: indicator,
  seen,
  milestones: milestonesOf(rest, (message) => context.addIssue(message)),
  reason: "",
  previewed: null,
}));

export const SetMilestonesInput = z
  .looseObject({ ...milestones, reason: own.reason, previewed: Previewed })
  .transform(({ indicator, seen, reason, previewed, ...rest }, context) => ({
    indicatorId: indicator,
    seen,
    milestones: milestonesOf(rest, (message) => context.addIssue(message)),
    reason,
    previewed,
  }));

export type SetMilestones = z.output<typeof PreviewMilestonesInput> | z.output<typeof SetMilestonesInput>;

/** With which month an indicator ends. */
const end = { indicator: own.indicator, last: MonthField };

export const PreviewEndInput = z
  .object(end)
  .transform(({ indicator, last }) => ({ indicatorId: indicator, last, reason: "", previewed: null }));

export const EndIndicatorInput = z
  .object({ ...end, reason: own.reason, previewed: Previewed })
  .transform(({ indicator, ...given }) => ({ indicatorId: indicator, ...given }));

export type EndIndicator = z.output<typeof PreviewEndInput> | z.output<typeof EndIndicatorInput>;

/** What an indicator is at first; its bands and milestones are set afterwards. */
export const AddIndicatorInput = z
  .object({
    scorecard: z.uuid("There is no such scorecard."),
    ref: words(40).pipe(z.string().min(1, "Say by which ref it goes, such as 2.3.")),
    from: MonthField,
    section: z.uuid("Choose a section."),
    team: z.uuid("Choose a team."),
    every: z.enum(["1", "3", "12"], "Choose how often it is due."),
    measure: definitionFields.measure,
    unit: definitionFields.unit,
    direction: definitionFields.direction,
    precision: definitionFields.precision,
  })
  .transform(({ scorecard, ref, from, section, team, every, ...what }) => ({
    scorecardId: scorecard,
    ref,
    from,
    sectionId: section,
    teamId: team,
    every: Number(every),
    what,
  }));

export type AddIndicator = z.output<typeof AddIndicatorInput>;
