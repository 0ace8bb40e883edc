import { z } from "zod";
import { MonthField } from "#lib/actions/month-field";
import { NameField } from "#lib/actions/name-field";
import { typedWords } from "#lib/rules/typed-words";

const scorecard = z.uuid("There is no such scorecard.");
const theme = z.uuid("Choose a theme.");
const section = z.uuid("Choose a section.");
/** Over the version of what is on the screen. */
const seen = z.coerce
  .number("Open the page again.")
  .int()
  .min(1)
  .max(2 ** 31 - 1);
const way = z.enum(["up", "down"], "Say whether up or down.");

const Sentence = z
  .string()
  .default("")
  .transform(typedWords)
  .pipe(z.string().max(500, "At most 500 characters are kept here."))
  .transform((text) => text || null);

const Reason = z
  .string()
  .transform(typedWords)
  .pipe(z.string().min(1, "Say why, for the history.").max(1000, "Say it in at most 1,000 characters."));

const Address = z
  .string()
  .default("")
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9-]{0,80}$/, "An address has small letters, digits and hyphens, at most 80."))
  .transform((text) => text || null);

const wholeNumber = "Give a whole number, from 0 to 999.";
const SectionNumber = z
  .string(wholeNumber)
  .trim()
  .regex(/^\d{1,3}$/, wholeNumber)
  .transform(Number);

const Title = z
  .string()
  .transform(typedWords)
  .pipe(z.string().max(500, "A title has at most 500 characters."))
  .transform((text) => text || null);

export const MakeScorecardInput = z.object({
  name: NameField(),
  address: Address,
  sentence: Sentence,
  labels: z.uuid("Choose the words for grades."),
  from: MonthField,
});
export type MakeScorecard = z.output<typeof MakeScorecardInput>;

/** Of one scorecard as it is in a month, from a first month of its own on. */
export const CopyScorecardInput = z.object({
  of: z.uuid("Choose which scorecard."),
  as: MonthField,
  name: NameField(),
  address: Address,
  sentence: Sentence,
  from: MonthField,
});
export type CopyScorecard = z.output<typeof CopyScorecardInput>;

export const RenameScorecardInput = z.object({ scorecard, name: NameField(), sentence: Sentence, seen });
export type RenameScorecard = z.output<typeof RenameScorecardInput>;

export const EndScorecardInput = z.object({
  scorecard,
  reason: Reason,
  sure: z.literal("yes", "Say that you are sure: an end is not undone."),
  seen,
});
export type EndScorecard = z.output<typeof EndScorecardInput>;

export const AddThemeInput = z.object({ scorecard, name: NameField() });
export type AddTheme = z.output<typeof AddThemeInput>;

export const RenameThemeInput = z.object({ scorecard, theme, name: NameField(), seen });
export type RenameTheme = z.output<typeof RenameThemeInput>;

export const MoveThemeInput = z.object({ scorecard, theme, way, seen });
export type MoveTheme = z.output<typeof MoveThemeInput>;

export const EndThemeInput = z.object({ scorecard, theme, seen });
export type EndTheme = z.output<typeof EndThemeInput>;

export const AddSectionInput = z.object({
  scorecard,
  theme,
  number: SectionNumber,
  title: NameField({ most: 500, blank: "Give a title." }),
});
export type AddSection = z.output<typeof AddSectionInput>;

export const RenameSectionInput = z.object({ scorecard, section, number: SectionNumber, title: Title, seen });
export type RenameSection = z.output<typeof RenameSectionInput>;

export const MoveSectionInput = z.object({ scorecard, section, theme, seen });
export type MoveSection = z.output<typeof MoveSectionInput>;

export const MergeSectionInput = z.object({ scorecard, section, into: section, from: MonthField, seen });
export type MergeSection = z.output<typeof MergeSectionInput>;

export const EndSectionInput = z.object({ scorecard, section, seen });
export type EndSection = z.output<typeof EndSectionInput>;

const toNowhere = "Choose where it goes.";

/** Up or down in its section, or to the end of another, from a month on; over the definition that held it there. */
export const MoveIndicatorInput = z.object({
  scorecard,
  indicator: z.uuid("There is no such indicator."),
  to: z.union([z.enum(["up", "down"]), z.uuid()], toNowhere),
  from: MonthField,
  seen: z.uuid("Open the page again."),
});
export type MoveIndicator = z.output<typeof MoveIndicatorInput>;
