import { z } from "zod";
import { DayField } from "#lib/actions/day-field";
import { MonthField } from "#lib/actions/month-field";
import { NameField } from "#lib/actions/name-field";
import { longestReason } from "#lib/rules/longest";
import { latestDay } from "#lib/rules/month-dates";
import { typedWords } from "#lib/rules/typed-words";

const openAgain = "Open the month again.";
const Version = z.coerce
  .number(openAgain)
  .int()
  .min(0)
  .max(2 ** 31 - 1);
const place = { scorecard: z.uuid("There is no such scorecard."), month: MonthField };
const dates = {
  figuresDue: DayField("Say by when the figures are due."),
  commentaryDue: DayField("Say by when the commentary is due."),
};
const Reason = z
  .string()
  .transform(typedWords)
  .pipe(z.string().max(longestReason, `A reason has at most ${longestReason.toLocaleString("en-GB")} characters.`));

export const OpenMonthInput = z.object({ ...place, ...dates }).transform(({ scorecard, month, ...given }) => {
  return { scorecardId: scorecard, month, dates: given };
});
export type OpenMonth = z.output<typeof OpenMonthInput>;

/** Over the version of the month whose dates are on the screen. */
export const RescheduleMonthInput = z
  .object({ ...place, ...dates, seen: Version })
  .transform(({ scorecard, month, seen, ...given }) => ({ scorecardId: scorecard, month, seen, dates: given }));
export type RescheduleMonth = z.output<typeof RescheduleMonthInput>;

/** Over what stands in the way on the screen, for a reason where something does. */
export const CloseMonthInput = z
  .object({ ...place, seen: z.string().regex(/^[0-9a-f]{16}$/, openAgain), reason: Reason.default("") })
  .transform(({ scorecard, month, seen, reason }) => ({ scorecardId: scorecard, month, seen, reason }));
export type CloseMonth = z.output<typeof CloseMonthInput>;

/** As the next edition by its number, over what stands in the way on the screen, for a reason where something does. */
export const PublishMonthInput = z
  .object({
    ...place,
    number: z.coerce.number(openAgain).int().min(1).max(999_999),
    seen: z.string().regex(/^[0-9a-f]{16}$/, openAgain),
    reason: Reason.default(""),
  })
  .transform(({ scorecard, ...given }) => ({ scorecardId: scorecard, ...given }));
export type PublishMonth = z.output<typeof PublishMonthInput>;

export const ReopenMonthInput = z
  .object({ ...place, reason: Reason.pipe(z.string().min(1, "Say why the month is opened again.")) })
  .transform(({ scorecard, month, reason }) => ({ scorecardId: scorecard, month, reason }));
export type ReopenMonth = z.output<typeof ReopenMonthInput>;

const WorkingDay = z.coerce
  .number("Give a whole number of working days.")
  .int("Give a whole number of working days.")
  .min(1, "The first working day is the earliest.")
  .max(latestDay, `The ${latestDay}th working day is the latest.`);

/** Over the version of the rule that is on the screen, 0 where nobody has set it. */
export const SetMonthRuleInput = z
  .object({ figuresDay: WorkingDay, commentaryDay: WorkingDay, seen: Version })
  .refine(({ figuresDay, commentaryDay }) => commentaryDay >= figuresDay, {
    path: ["commentaryDay"],
    message: "The commentary is due with the figures or after them.",
  });
export type SetMonthRule = z.output<typeof SetMonthRuleInput>;

export const AddBankHolidayInput = z.object({
  day: DayField("Say which day it is."),
  name: NameField({ most: 100, blank: "Say what the day is called." }),
});
export type AddBankHoliday = z.output<typeof AddBankHolidayInput>;

export const WithdrawBankHolidayInput = z.object({
  holiday: z.uuid("There is no such day."),
  reason: Reason.pipe(z.string().min(1, "Say why this is a working day after all.")),
});
export type WithdrawBankHoliday = z.output<typeof WithdrawBankHolidayInput>;
