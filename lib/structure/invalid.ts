import { Refusal } from "#lib/audit/refusal";

/** What was typed into one field and cannot be. */
export const invalid = (field: string, message: string): Refusal =>
  new Refusal("INVALID", message, { fields: { [field]: message } });
