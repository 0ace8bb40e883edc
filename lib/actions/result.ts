import type { RefusalCode } from "#lib/audit/refusal";

/** What a form shows after it was refused: why, by which field, and what was typed, so that nothing is lost. */
export type Refused = {
  ok: false;
  /** UNREACHED is said by the browser, of a server that did not answer. */
  code: RefusalCode | "UNREACHED";
  message: string;
  fields: Record<string, string>;
  details: Record<string, unknown>;
  typed: Record<string, string>;
};

/** The answer of a server action, made for `useActionState`; null before anything was sent. */
export type Result<T = undefined> = { ok: true; value: T } | Refused;
