import type { signInRefusals } from "#db/vocabulary";

/** What stands for a code that did not count, by why. */
export const codeWords = {
  WRONG_CODE:
    "This is not the code that your app shows now. Type the newest one, or a recovery code. If that goes on, let your phone set its clock by itself.",
  USED_CODE: "This code was used already. Wait for the next one; of recovery codes, take another.",
  UNREADABLE_FACTOR:
    "Candour can no longer read what your app’s codes are compared with. Use a recovery code, or ask your performance officer to reset your second factor.",
} as const satisfies Partial<Record<(typeof signInRefusals)[number], string>>;

export const noCode = "Type the six digits that your app shows, or one of your recovery codes.";
