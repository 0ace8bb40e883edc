import type { CheckedCode } from "#lib/access/second-factor/check-code";
import { Refusal } from "#lib/audit/refusal";
import { codeWords } from "#lib/rules/code-words";
import { waitInWords } from "#lib/rules/wait";

/** What somebody is told whose code did not count: WRONG_CODE, TOO_MANY, or WRONG_STATE, on the field `code`. */
export function codeRefusal({ why, until }: Omit<CheckedCode & { ok: false }, "ok">): Refusal {
  const message =
    why === "TOO_MANY" ? `There were too many codes. Try again in ${waitInWords(until!, new Date())}.` : codeWords[why];
  const code = why === "TOO_MANY" || why === "WRONG_CODE" ? why : "WRONG_STATE";
  return new Refusal(code, message, { fields: { code: message } });
}
