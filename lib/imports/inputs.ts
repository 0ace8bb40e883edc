import { z } from "zod";
import { typedWords } from "#lib/rules/typed-words";

/** The review's form: its own fields by name, every other field an answer by its doubt's key. */
const review = {
  importId: z.uuid(),
  /** The versions of the import's doubts, summed: what the person had seen. */
  seen: z.coerce.number().int().nonnegative(),
  request: z.string().optional(),
};

const answer = z.string().max(10_000, "This is longer than 10,000 characters.").transform(typedWords);

export const AnswerImportInput = z
  .object({ ...review, confirmed: z.string().optional() })
  .catchall(answer)
  .transform(({ importId, seen, request: _request, confirmed: _confirmed, ...answers }) => ({
    importId,
    seen,
    answers,
  }));

export const CommitImportInput = z
  .object({ ...review, confirmed: z.literal("yes", "Tick that you have compared the reading with the source.") })
  .catchall(answer)
  .transform(({ importId, seen, request: _request, confirmed: _confirmed, ...answers }) => ({
    importId,
    seen,
    answers,
  }));

/** Whether a path's segment can be an import's id at all. */
export const isImportId = (id: string): boolean => z.uuid().safeParse(id).success;
