import { z } from "zod";

/** Sums the versions of an import's doubts: what the person had seen when they answered or committed. */
const seen = z.coerce.number().int().nonnegative();

/** The review's form: its own fields by name, every other field an answer by its doubt's key. */
export const AnswerImportInput = z
  .object({ importId: z.uuid(), seen, request: z.string().optional() })
  .catchall(z.string().max(10_000, "This is longer than 10,000 characters."))
  .transform(({ importId, seen: was, request: _request, ...answers }) => ({ importId, seen: was, answers }));

export const CommitImportInput = z.object({ importId: z.uuid(), seen });
