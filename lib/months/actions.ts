"use server";

import type { Asker } from "#lib/access/actor";
import { defineAction } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import { addBankHoliday } from "#lib/months/add-bank-holiday";
import { closeMonth } from "#lib/months/close-month";
import { findScorecard } from "#lib/months/find-scorecard";
import {
  AddBankHolidayInput,
  CloseMonthInput,
  OpenMonthInput,
  PublishMonthInput,
  ReopenMonthInput,
  RescheduleMonthInput,
  SetMonthRuleInput,
  WithdrawBankHolidayInput,
} from "#lib/months/inputs";
import { type MonthPlace, openMonth } from "#lib/months/open-month";
import { publishMonth } from "#lib/months/publish-month";
import { reopenMonth } from "#lib/months/reopen-month";
import { rescheduleMonth } from "#lib/months/reschedule-month";
import { setMonthRule } from "#lib/months/set-month-rule";
import { withdrawBankHoliday } from "#lib/months/withdraw-bank-holiday";
import { type MonthDone, paths } from "#lib/paths";
import type { Month } from "#lib/rules/month";

type Place = { scorecardId: string; month: Month };

/** Leads back to the month; one that was already done, likewise. */
async function led(asker: Asker, place: MonthPlace | undefined, { scorecardId, month }: Place, done: MonthDone) {
  const slug = place?.slug ?? (await findScorecard(asker, scorecardId));
  return leadOn(paths.month(slug, month, { done }), { month });
}

export const openMonthAction = defineAction(OpenMonthInput, async (asker, input, request) =>
  led(asker, await openMonth(asker, input, request), input, "opened"),
);

export const rescheduleMonthAction = defineAction(RescheduleMonthInput, async (asker, input, request) =>
  led(asker, await rescheduleMonth(asker, input, request), input, "rescheduled"),
);

export const closeMonthAction = defineAction(CloseMonthInput, async (asker, input, request) =>
  led(asker, await closeMonth(asker, input, request), input, "closed"),
);

export const reopenMonthAction = defineAction(ReopenMonthInput, async (asker, input, request) =>
  led(asker, await reopenMonth(asker, input, request), input, "reopened"),
);

export const publishMonthAction = defineAction(PublishMonthInput, async (asker, input, request) =>
  led(asker, await publishMonth(asker, input, request), input, "published"),
);

export const setMonthRuleAction = defineAction(SetMonthRuleInput, async (asker, input, request) => {
  await setMonthRule(asker, input, request);
  return leadOn(paths.workingDays({ done: "rule" }), {});
});

export const addBankHolidayAction = defineAction(AddBankHolidayInput, async (asker, input, request) => {
  await addBankHoliday(asker, input, request);
  return leadOn(paths.workingDays({ done: "added" }), {});
});

export const withdrawBankHolidayAction = defineAction(WithdrawBankHolidayInput, async (asker, input, request) => {
  await withdrawBankHoliday(asker, input, request);
  return leadOn(paths.workingDays({ done: "withdrawn" }), {});
});
