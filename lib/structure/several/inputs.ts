import { z } from "zod";
import { MonthField } from "#lib/actions/month-field";
import { definitionFields, own, Previewed, Seen } from "#lib/definitions/inputs";

/** What is set of many indicators at once. */
export const severalFields = ["team", "every", "precision"] as const;
type SeveralField = (typeof severalFields)[number];

/** The field of an indicator in the form of many. */
export const severalField = (field: SeveralField, ref: string): string => `${field}-${ref}`;

const refIn = (name: string, field: SeveralField) =>
  name.startsWith(`${field}-`) ? [name.slice(field.length + 1)] : [];

export const isSeveralField = (name: string): boolean =>
  name in several || severalFields.some((field) => refIn(name, field).length > 0);

const Row = z
  .object({ team: definitionFields.team, every: definitionFields.every, precision: definitionFields.precision })
  .transform(({ team, every, precision }) => ({
    team: team || null,
    every: every === "" ? null : Number(every),
    precision,
  }));

/** The rows of the form by their refs; each problem at its own field. */
function rowsOf(typed: Record<string, unknown>, context: z.RefinementCtx) {
  return Object.keys(typed)
    .flatMap((name) => refIn(name, "team"))
    .flatMap((ref) => {
      const read = Row.safeParse(
        Object.fromEntries(severalFields.map((field) => [field, typed[severalField(field, ref)]])),
      );
      if (read.success) return [{ ref, ...read.data }];
      for (const { path, message } of read.error.issues) {
        const [field] = path as [SeveralField];
        context.addIssue({ code: "custom", path: [severalField(field, ref)], message: `${ref}: ${message}` });
      }
      return [];
    });
}

const several = { scorecard: z.uuid("There is no such scorecard."), from: MonthField, seen: Seen };

/** Team, due rule and precision of many indicators from a month on: what is as it was is left as it is. */
export const PreviewSeveralInput = z.looseObject(several).transform(({ scorecard, from, seen, ...rest }, context) => ({
  scorecardId: scorecard,
  from,
  seen,
  rows: rowsOf(rest, context),
  reason: "",
  previewed: null,
}));

export const DefineSeveralInput = z
  .looseObject({ ...several, reason: own.reason, previewed: Previewed })
  .transform(({ scorecard, from, seen, reason, previewed, ...rest }, context) => ({
    scorecardId: scorecard,
    from,
    seen,
    rows: rowsOf(rest, context),
    reason,
    previewed,
  }));

export type DefineSeveral = z.output<typeof PreviewSeveralInput> | z.output<typeof DefineSeveralInput>;
