import { z } from "zod";
import { longestAuthority, longestPassage, longestReason } from "#lib/rules/longest";
import { typedWords } from "#lib/rules/typed-words";

const openAgain = "Open the redaction again.";
const digest = /^[0-9a-f]{64}$/;

/** No longer than so many characters, and not blank. */
const said = (what: string, most: number, message: string) =>
  z
    .string()
    .transform(typedWords)
    .pipe(
      z
        .string()
        .min(1, message)
        .max(most, `${what} has at most ${most.toLocaleString("en-GB")} characters.`),
    );

/** Which words of an entry are to go, all of them or a passage, and on whose authority. */
export const ProposeRedactionInput = z
  .object({
    digest: z.string("Choose which words are to go.").regex(digest, "Choose which words are to go."),
    what: z.enum(["whole", "passage"], "Say whether all of it is to go, or a passage."),
    passage: z.string().default("").transform(typedWords),
    authority: said("An authority", longestAuthority, "Say on whose authority it is to go."),
  })
  .refine(({ what, passage }) => what === "whole" || passage.length >= 2, {
    path: ["passage"],
    error: "Type or paste the passage that is to go.",
  })
  .refine(({ passage }) => passage.length <= longestPassage, {
    path: ["passage"],
    error: `A passage has at most ${longestPassage.toLocaleString("en-GB")} characters.`,
  })
  .transform(({ what, passage, ...given }) => ({ ...given, passage: what === "whole" ? null : passage }));
export type ProposeRedaction = z.output<typeof ProposeRedactionInput>;

const seen = { redaction: z.uuid("There is no such redaction."), seen: z.coerce.number(openAgain).int(openAgain) };

export const WithdrawRedactionInput = z
  .object(seen)
  .transform(({ redaction, ...given }) => ({ id: redaction, ...given }));
export type WithdrawRedaction = z.output<typeof WithdrawRedactionInput>;

export const RefuseRedactionInput = z
  .object({ ...seen, reason: said("A reason", longestReason, "Say why it is not redacted.") })
  .transform(({ redaction, ...given }) => ({ id: redaction, ...given }));
export type RefuseRedaction = z.output<typeof RefuseRedactionInput>;

/** With what the page showed of where the words stand. */
export const RedactWordsInput = z
  .object({ ...seen, texts: z.string().regex(/^[0-9a-f]{32}$/, openAgain) })
  .transform(({ redaction, ...given }) => ({ id: redaction, ...given }));
export type RedactWords = z.output<typeof RedactWordsInput>;
