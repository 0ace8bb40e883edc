import { z } from "zod";
import { MonthField } from "#lib/actions/month-field";

/** The largest version that a row can have. */
const largestVersion = 2 ** 31 - 1;

const cell = {
  indicator: z.uuid("There is no such indicator."),
  month: MonthField,
  seen: z.coerce.number("Open the return again.").int().min(0).max(largestVersion),
};

const reason = { because: z.string().max(40).default(""), why: z.string().default("") };

const checkbox = z
  .literal("on")
  .optional()
  .transform((sent) => sent === "on");

/** A row of the return as it was typed. */
export const RecordActualInput = z
  .object({
    ...cell,
    value: z.string().default(""),
    numerator: z.string().default(""),
    denominator: z.string().default(""),
    missing: z.string().default(""),
    note: z.string().default(""),
    provisional: checkbox,
    estimated: checkbox,
    sure: z.string().max(40).default(""),
    ...reason,
  })
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
