import type { z } from "zod";
import type { PersonActor } from "#lib/access/actor";
import { unstorableField } from "#lib/actions/unstorable-field";
import { Refusal } from "#lib/audit/refusal";
import { type Changed, everyLine } from "#lib/definitions/change-indicator";
import { previewDefinition } from "#lib/definitions/define-indicator";
import { previewEnd } from "#lib/definitions/end-indicator";
import {
  PreviewDefinitionInput,
  PreviewEndInput,
  PreviewMilestonesInput,
  PreviewWithdrawalInput,
} from "#lib/definitions/inputs";
import { previewMilestones } from "#lib/definitions/set-milestones";
import { previewWithdrawal } from "#lib/definitions/withdraw-version";

/** What an address asks to be previewed, as it was typed. */
export type Typed = Record<string, string>;

/** What it would change, with the lines that its confirmation sends back; or why it cannot be, by field where it says of which. */
export type Preview<C = Changed> = { ok: true; changed: C; previewed: string } | NotPreviewed;

export type NotPreviewed = { ok: false; message: string; fields: Record<string, string> };

/** The texts of an address's search: one of each name. */
export const textsIn = (search: Record<string, string | string[] | undefined>): Typed =>
  Object.fromEntries(Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === "string"));

/** Those of a form's own fields, whatever else stands in the address. */
export const fieldsOf = (typed: Typed, isField: (name: string) => boolean): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => isField(name)));

/** Asks for a preview of what was typed; `linesOf` are those of which it consists. */
export async function previewed<I extends z.ZodType, C>(
  Input: I,
  typed: Typed,
  ask: (input: z.output<I>) => Promise<C>,
  linesOf: (changed: C) => string[],
): Promise<Preview<C>> {
  const parsed = Input.safeParse(typed);
  const broken = unstorableField(typed, parsed.success ? parsed.data : null);
  if (broken) return { ok: false, ...broken };
  if (!parsed.success) {
    const { issues } = parsed.error;
    const fields = Object.fromEntries(issues.toReversed().map(({ path, message }) => [path.join("."), message]));
    return { ok: false, message: issues[0]?.message ?? "This cannot be read.", fields };
  }
  try {
    const changed = await ask(parsed.data);
    return { ok: true, changed, previewed: linesOf(changed).join("\n") };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === "SESSION_ENDED") throw error;
    return { ok: false, message: error.message, fields: error.fields };
  }
}

/** Of a change of what an indicator is. */
export const previewOfDefinition = (actor: PersonActor, typed: Typed): Promise<Preview> =>
  previewed(PreviewDefinitionInput, typed, (input) => previewDefinition(actor, input), everyLine);

/** Of the withdrawal of something that was set. */
export const previewOfWithdrawal = (actor: PersonActor, typed: Typed): Promise<Preview> =>
  previewed(PreviewWithdrawalInput, typed, (input) => previewWithdrawal(actor, input), everyLine);

/** Of an end. */
export const previewOfEnd = (actor: PersonActor, typed: Typed): Promise<Preview> =>
  previewed(PreviewEndInput, typed, (input) => previewEnd(actor, input), everyLine);

/** Of milestones. */
export const previewOfMilestones = (actor: PersonActor, typed: Typed): Promise<Preview> =>
  previewed(PreviewMilestonesInput, typed, (input) => previewMilestones(actor, input), everyLine);
