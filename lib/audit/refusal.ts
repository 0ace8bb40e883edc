import type { refusalCodes } from "#db/vocabulary";

/** Why something was not done. The message speaks to the person: what was refused, why, what to do. */
export type RefusalCode = (typeof refusalCodes)[number];

/** `fields` are messages by the form's field; `details` what a screen needs to offer a way on (a conflict's other value). */
export class Refusal extends Error {
  override name = "Refusal";
  code: RefusalCode;
  fields: Record<string, string>;
  details: Record<string, unknown>;

  constructor(
    code: RefusalCode,
    message: string,
    { fields = {}, details = {} }: { fields?: Record<string, string>; details?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.code = code;
    this.fields = fields;
    this.details = details;
  }
}

/** What a person mistyped, or was asked to try or sign in again for, is not history; who was kept from what is. */
export const isEntered = (code: RefusalCode): boolean =>
  !["INVALID", "NOT_FOUND", "REQUEST_REUSED", "BUSY", "UNAVAILABLE", "SESSION_ENDED", "OTHER_PERSON"].includes(code);
