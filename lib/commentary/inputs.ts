import { z } from "zod";
import { missingSymbols } from "#db/vocabulary";
import { MonthField } from "#lib/actions/month-field";
import { readQueueAddress } from "#lib/commentary/queue-address";
import { longestReason, longestWords } from "#lib/rules/longest";
import { typedWords } from "#lib/rules/typed-words";

const openAgain = "Open the comment again.";

/** Which part of the queue a decision is taken in, as its address says it: the next comment is shown in the same. */
const QueueField = z
  .string()
  .max(3000)
  .default("")
  .catch("")
  .transform((text) => readQueueAddress(Object.fromEntries(new URLSearchParams(text))));
const Revision = z.uuid(openAgain);

/** Whether the page was come to from the return: the trail of links leads back there. */
export const From = z.literal("returns").optional().catch(undefined);
export type From = z.output<typeof From>;

const tooLongReason = `A reason has at most ${longestReason.toLocaleString("en-GB")} characters.`;

const WordsField = z
  .string()
  .transform(typedWords)
  .pipe(
    z
      .string()
      .min(1, "Write the comment first.")
      .max(longestWords, `A comment has at most ${longestWords.toLocaleString("en-GB")} characters.`),
  );

/** The passages that their writer was shown and asked about. */
const AskedField = z
  .string()
  .max(60_000)
  .default("")
  .catch("")
  .transform((text) => text.split(/\r?\n/).filter(Boolean));

const ReasonField = (blank: string) =>
  z.string().transform(typedWords).pipe(z.string().min(1, blank).max(longestReason, tooLongReason));

/** Words on a cell, over the newest revision that their writer saw, kept as a draft or submitted. */
export const WriteCommentInput = z
  .object({
    indicator: z.uuid("There is no such indicator."),
    month: MonthField,
    revision: z.union([z.literal(""), Revision]),
    seen: z.coerce.number(openAgain).int().min(0),
    body: WordsField,
    asked: AskedField,
    because: z.string().default("").transform(typedWords).pipe(z.string().max(longestReason, tooLongReason)),
    as: z.enum(["draft", "submission"], "Save the draft, or submit it."),
    from: From,
  })
  .transform(({ indicator, revision, seen, ...given }) => ({
    ...given,
    indicatorId: indicator,
    seen: { revisionId: revision || null, version: seen },
  }));
type WriteCommentGiven = z.output<typeof WriteCommentInput>;
/** The answer to what was asked of the words is given where something was. */
export type WriteComment = Pick<WriteCommentGiven, "indicatorId" | "month" | "seen" | "body"> &
  Partial<Pick<WriteCommentGiven, "asked" | "because">>;

export const WithdrawCommentInput = z
  .object({ revision: Revision, from: From })
  .transform(({ revision, from }) => ({ revisionId: revision, from }));
export type WithdrawComment = Omit<z.output<typeof WithdrawCommentInput>, "from">;

/** One revision, for the figure and grade on the screen. */
export const ApproveCommentInput = z
  .object({
    revision: Revision,
    seen: z.coerce.number(openAgain).int().min(0),
    figure: z.string().regex(/^(\d{1,30}(\.\d{1,30})?)?$/, openAgain),
    missing: z.enum(["", ...missingSymbols], openAgain),
    grade: z.string().regex(/^[1-6]?$/, openAgain),
    queue: QueueField,
  })
  .transform(({ revision, seen, figure, missing, grade, queue }) => ({
    queue,
    revisionId: revision,
    seen: { version: seen, figure: figure || null, missing: missing || null, grade: grade ? Number(grade) : null },
  }));
export type ApproveComment = Omit<z.output<typeof ApproveCommentInput>, "queue">;

const decisionWithReason = (blank: string) =>
  z
    .object({ revision: Revision, reason: ReasonField(blank), queue: QueueField })
    .transform(({ revision, reason, queue }) => ({ revisionId: revision, reason, queue }));

export const ReturnCommentInput = decisionWithReason("Say why you return these words, so that they can be mended.");
export type ReturnComment = Omit<z.output<typeof ReturnCommentInput>, "queue">;

export const WithdrawApprovalInput = decisionWithReason("Say why you withdraw this approval.");
