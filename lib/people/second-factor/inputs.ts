import { z } from "zod";
import { readCode } from "#lib/access/second-factor/recovery-codes";
import { noCode } from "#lib/rules/code-words";

const current = z.string().min(1, "Type your current password.");
const code = z
  .string()
  .default("")
  .refine((typed) => readCode(typed) !== null, noCode);

export const EnrolSecondFactorInput = z.object({ current, returnTo: z.string().optional() });
export type EnrolSecondFactor = z.output<typeof EnrolSecondFactorInput>;

export const CodeInput = z.object({ code });
export type Code = z.output<typeof CodeInput>;

/** What takes the second factor away, or makes its recovery codes anew, asks for all that signing in asks for. */
export const PasswordAndCodeInput = z.object({ current, code });
export type PasswordAndCode = z.output<typeof PasswordAndCodeInput>;
