import { z } from "zod";
import { typedWords } from "#lib/rules/typed-words";

/** What something is called, in at most so many characters; `blank` is said where nothing was typed. */
export const NameField = ({ most = 200, blank = "Give a name." }: { most?: number; blank?: string } = {}) =>
  z
    .string()
    .transform(typedWords)
    .pipe(z.string().min(1, blank).max(most, `A name has at most ${most} characters.`));
