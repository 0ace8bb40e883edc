import { z } from "zod";
import type { Answers } from "#lib/imports/reader/reading";

const AnswersFile = z.object({
  file: z.string(),
  /** Of the bytes the review was made of, so that it is never applied to another file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  answers: z.record(z.string(), z.string()),
});

/** A person's review of a file, kept beside it: every doubt by its key with the answer given. */
export function readAnswers(json: string, sha256: string): { answers: Answers } | { message: string } {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch {
    return { message: "The answers are not JSON." };
  }
  const read = AnswersFile.safeParse(content);
  if (!read.success) {
    return {
      message: 'The answers must have "file", "sha256" and "answers", an object of texts by the key of the doubt.',
    };
  }
  if (read.data.sha256 !== sha256) {
    return {
      message: `The answers are a review of another file: ${read.data.file} with the hash ${read.data.sha256}.`,
    };
  }
  return { answers: read.data.answers };
}
