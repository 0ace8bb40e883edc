import { z } from "zod";
import { MonthField } from "#lib/actions/month-field";
import { isMoment } from "#lib/rules/asked-moment";
import { longestReason } from "#lib/rules/change-reason";
import { longestReason as longestAskReason } from "#lib/rules/longest";
import { typedWords } from "#lib/rules/typed-words";

/** What is taken at once: far more than a scorecard of a year has. */
export const longestBlock = 200_000;

const checkbox = z
  .literal("on")
  .optional()
  .transform((sent) => sent === "on");

/** What was sent of each cell, by its place in the block: from "answer.3" what stands under "3". */
const ofCells = (sent: Record<string, unknown>, field: string) =>
  new Map(
    Object.entries(sent).flatMap(([name, value]) =>
      name.startsWith(`${field}.`) && typeof value === "string" && value ? [[name.slice(field.length + 1), value]] : [],
    ),
  );

/** A block as it is pasted, and once it was looked at what is to become of it. */
export const PasteActualsInput = z
  .looseObject({
    month: MonthField,
    start: z.uuid("Say where the block begins."),
    block: z
      .string()
      .default("")
      .refine((text) => text.trim() !== "", "Paste the figures here first.")
      .refine((text) => text.length <= longestBlock, {
        error: ({ input }) =>
          `This has ${String(input).length.toLocaleString("en-GB")} characters, and at most 200,000 are taken at once. Paste it in parts.`,
      }),
    turned: checkbox,
    headed: checkbox,
    does: z.enum(["look", "turn", "head", "record"]).catch("look"),
    seen: z.string().default(""),
    leave: checkbox,
    ours: checkbox,
    because: z.string().max(40).default(""),
    reason: z
      .string()
      .default("")
      .transform(typedWords)
      .refine((text) => text.length <= longestReason, `A reason has at most ${longestReason} characters.`),
  })
  .transform(({ month, start, block, turned, headed, does, seen, leave, ours, because, reason, ...cells }) => ({
    month,
    start,
    block,
    isTurned: does === "turn" ? !turned : turned,
    // What was its first row is another one now.
    isHeaded: does === "turn" ? false : does === "head" ? !headed : headed,
    does,
    seen: versionsIn(seen),
    leavesRefused: leave,
    isOurs: ours,
    because,
    reason,
    answers: ofCells(cells, "answer"),
    leftOut: new Set(ofCells(cells, "out").keys()),
  }));
export type PasteActuals = z.output<typeof PasteActualsInput>;

const openAgain = "Open the return again.";
const place = {
  scorecard: z.uuid("There is no such return."),
  team: z.uuid("There is no such return."),
  month: MonthField,
};

/** With the drafts that were on the screen. */
export const SubmitReturnInput = z
  .object({ ...place, seen: z.string().regex(/^[0-9a-f]{16}$/, openAgain) })
  .transform(({ scorecard, team, ...given }) => ({ scorecardId: scorecard, teamId: team, ...given }));
export type SubmitReturn = z.output<typeof SubmitReturnInput>;

const Reason = z
  .string()
  .transform(typedWords)
  .pipe(
    z.string().max(longestAskReason, `A reason has at most ${longestAskReason.toLocaleString("en-GB")} characters.`),
  );

export const AskReopeningInput = z
  .object({ ...place, reason: Reason.pipe(z.string().min(1, "Say why it is to be reopened.")) })
  .transform(({ scorecard, team, ...given }) => ({ scorecardId: scorecard, teamId: team, ...given }));
export type AskReopening = z.output<typeof AskReopeningInput>;

const seenRequest = z.iso.datetime(openAgain);

/** With the request that was on the screen. */
export const WithdrawReopeningInput = z
  .object({ ...place, seen: seenRequest })
  .transform(({ scorecard, team, ...given }) => ({ scorecardId: scorecard, teamId: team, ...given }));
export type WithdrawReopening = z.output<typeof WithdrawReopeningInput>;

/** Its reason has a name of its own, as it stands on a page beside the reason for reopening. */
export const RefuseReopeningInput = z
  .object({ ...place, seen: seenRequest, refusal: Reason.pipe(z.string().min(1, "Say why it is not reopened.")) })
  .transform(({ scorecard, team, refusal, ...given }) => ({
    scorecardId: scorecard,
    teamId: team,
    reason: refusal,
    ...given,
  }));
export type RefuseReopening = z.output<typeof RefuseReopeningInput>;

const giveMoment = "Give the date and the time until which it is open: 2014-01-14T17:00.";

/** Until a moment in the organisation's time; over the reopening that was on the screen. */
export const ReopenReturnInput = z
  .object({
    ...place,
    until: z.string(giveMoment).refine(isMoment, giveMoment),
    reason: Reason.default(""),
    seen: z.union([z.literal(""), z.iso.datetime(openAgain)], openAgain),
  })
  .transform(({ scorecard, team, ...given }) => ({ scorecardId: scorecard, teamId: team, ...given }));
export type ReopenReturn = z.output<typeof ReopenReturnInput>;

/** The versions that the review showed, by figure. */
function versionsIn(sent: string): Map<string, number> {
  try {
    const read = z.record(z.string(), z.int().min(0)).safeParse(JSON.parse(sent));
    return new Map(Object.entries(read.data ?? {}));
  } catch {
    return new Map();
  }
}
