import { z } from "zod";
import { restatementCategories } from "#db/vocabulary";
import { MonthField } from "#lib/actions/month-field";
import { noReason } from "#lib/rules/change-reason";
import { longestReason } from "#lib/rules/longest";
import { typedWords } from "#lib/rules/typed-words";

/** The largest version that a row can have. */
const largestVersion = 2 ** 31 - 1;

const cell = {
  indicator: z.uuid("There is no such indicator."),
  month: MonthField,
  seen: z.coerce.number("Open the return again.").int().min(0).max(largestVersion),
};

const reason = { because: z.string().max(40).default(""), why: z.string().default("").transform(typedWords) };

const checkbox = z
  .literal("on")
  .optional()
  .transform((sent) => sent === "on");

const row = {
  value: z.string().default(""),
  numerator: z.string().default(""),
  denominator: z.string().default(""),
  missing: z.string().default(""),
  note: z.string().default("").transform(typedWords),
  provisional: checkbox,
  estimated: checkbox,
  sure: z.string().max(40).default(""),
};

/** A row of the return as it was typed. */
export const RecordActualInput = z
  .object({ ...cell, ...row, ...reason })
  .transform(({ indicator, month, seen, ...typed }) => ({ indicatorId: indicator, month, seen, typed }));
export type RecordActual = z.output<typeof RecordActualInput>;

export const ClearActualInput = z
  .object({ ...cell, ...reason })
  .transform(({ indicator, month, seen, because, why }) => ({ indicatorId: indicator, month, seen, because, why }));
export type ClearActual = z.output<typeof ClearActualInput>;

export const TakeBackActualsInput = z
  .object({ action: z.uuid("There is no such paste."), month: MonthField, ...reason })
  .transform(({ action, ...given }) => ({ actionId: action, ...given }));
export type TakeBackActuals = z.output<typeof TakeBackActualsInput>;

/** What a published actual is to say instead, why, and whether the comment that was seen beside it still holds. */
export const RestateActualInput = z
  .object({
    ...cell,
    ...row,
    category: z.enum(restatementCategories, "Say what kind of restatement it is."),
    reason: z
      .string()
      .transform(typedWords)
      .pipe(
        z
          .string()
          .min(1, "Say why the published figure changes.")
          .max(longestReason, `A reason has at most ${longestReason.toLocaleString("en-GB")} characters.`),
      ),
    revision: z.union([z.literal(""), z.uuid("Open the page again.")]).default(""),
    holds: z.enum(["", "yes", "no"], "Say whether the comment still holds.").default(""),
  })
  .transform(({ indicator, month, seen, category, reason: why, revision, holds, ...typed }) => ({
    indicatorId: indicator,
    month,
    seen,
    category,
    reason: why,
    revisionId: revision || null,
    holds: holds === "" ? null : holds === "yes",
    typed: { ...typed, ...noReason },
  }));
export type RestateActual = z.output<typeof RestateActualInput>;
