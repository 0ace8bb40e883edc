import { z } from "zod";
import { gradeShapes, gradeTones } from "#db/vocabulary";
import { MonthField } from "#lib/actions/month-field";
import { NameField } from "#lib/actions/name-field";
import { linesOf } from "#lib/rules/effect-words";
import { levelRanks } from "#lib/rules/labels";
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

const levelFields = levelRanks.map((rank) => ({
  word: `word-${rank}`,
  short: `short-${rank}`,
  shape: `shape-${rank}`,
  tone: `tone-${rank}`,
  asks: `asks-${rank}`,
}));

/** Two to six levels, the best first; a row without a word is none. Signs have to differ, for who sees no colours and for who sees no shapes. */
export const MakeLabelSetInput = z.looseObject({ name: NameField() }).transform(({ name, ...given }, context) => {
  const text = (field: string) => typedWords(String(given[field] ?? ""));
  const wrong = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  const filled = levelFields.filter(({ word }) => text(word) !== "");
  const rows = filled.map((fields, index) => {
    const [word, short] = [text(fields.word), text(fields.short)];
    const shape = gradeShapes.find((one) => one === given[fields.shape]);
    const tone = gradeTones.find((one) => one === given[fields.tone]);
    if (word.length > 100) wrong(fields.word, "A word has at most 100 characters.");
    if (Array.from(short).length > 2) wrong(fields.short, "A sign has one or two letters.");
    if (!shape) wrong(fields.shape, "Choose a shape.");
    if (!tone) wrong(fields.tone, "Choose a colour.");
    const asksForComment = given[fields.asks] === "yes";
    return {
      rank: index + 1,
      word,
      short: short || Array.from(word)[0]!.toUpperCase(),
      shape: shape!,
      tone: tone!,
      asksForComment,
    };
  });
  if (rows.length < 2) wrong(levelFields[rows.length]!.word, "Give at least two levels, the best first.");
  const once = (of: "word" | "shape" | "tone", what: string) => {
    const seen = new Map<string, number>();
    rows.forEach((row, index) => {
      const value = row[of]?.toLowerCase();
      const before = value === undefined ? undefined : seen.get(value);
      if (before !== undefined)
        wrong(filled[index]![of], `${what} is that of ${rows[before]!.word} too: nobody could tell them apart.`);
      else if (value !== undefined) seen.set(value, index);
    });
  };
  once("word", "This word");
  once("shape", "This shape");
  once("tone", "This colour");
  return { name, levels: rows };
});
export type MakeLabelSet = z.output<typeof MakeLabelSetInput>;

const choosing = { scorecard, labels: z.uuid("Choose the words for grades."), from: MonthField };

/** To be looked at before it is done. */
export const PreviewLabelSetInput = z
  .object(choosing)
  .transform((given) => ({ ...given, previewed: null, reason: "" }));

export const ChooseLabelSetInput = z.object({
  ...choosing,
  previewed: z.string().transform(linesOf),
  reason: z
    .string()
    .default("")
    .transform(typedWords)
    .pipe(z.string().max(1000, "Say it in at most 1,000 characters.")),
});
export type ChooseLabelSet = Omit<z.output<typeof ChooseLabelSetInput>, "previewed"> & {
  /** What its sender read it would do; null while that is being asked. */
  previewed: readonly string[] | null;
};

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
