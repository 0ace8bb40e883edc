import { randomUUID } from "node:crypto";
import { ask } from "#bench/ask";
import type { Act } from "#hammer/actions";
import type { Yard } from "#hammer/yard";
import { paths } from "#lib/paths";
import { addDays, type Day } from "#lib/rules/day";
import { addMonths, type Month } from "#lib/rules/month";
import { usualRule } from "#lib/rules/month-dates";
import { nthWorkingDay } from "#lib/rules/working-days";

const first: Month = "2010-01";
const firstDay: Day = "2031-01-01";
let [months, days] = [0, 0];

/** Months that nobody has opened, further and further back: before there was any indicator, so that nothing is due in them. */
const freshMonth = (): Month => addMonths(first, -months++);
const freshDay = (): Day => addDays(firstDay, days++);

async function scorecardOf(yard: Yard): Promise<{ id: string; slug: string; organisation: string }> {
  const [found] = await yard.query(
    `select s.id, s.slug, s.organisation_id as organisation from scorecard s join organisation o on o.id = s.organisation_id
     where o.slug = 'demonstration' order by s.slug limit 1`,
  );
  return found as { id: string; slug: string; organisation: string };
}

const dates = (month: Month) => ({
  figuresDue: nthWorkingDay(month, usualRule.figuresDay, new Set()),
  commentaryDue: nthWorkingDay(month, usualRule.commentaryDay, new Set()),
});

async function byCommand(yard: Yard, organisation: string, write: string): Promise<void> {
  await yard.query(
    `do $$ begin perform audit.begin_operator('npm run hammer', 'operator.change', '${organisation}'); ${write}; end $$`,
  );
}

const insertMonth = (id: string, month: Month, closedAt: "now()" | "null") => {
  const { figuresDue, commentaryDue } = dates(month);
  return `insert into scorecard_month (scorecard_id, month, figures_due, commentary_due, closed_at)
    values ('${id}', '${month}-01', '${figuresDue}', '${commentaryDue}', ${closedAt})`;
};

/** A month of the demonstration's scorecard that a command opened, and in which nothing is due. */
export async function emptyMonth(yard: Yard) {
  const [scorecard, month] = [await scorecardOf(yard), freshMonth()];
  await byCommand(yard, scorecard.organisation, insertMonth(scorecard.id, month, "null"));
  return { ...scorecard, month };
}

/** A form about a month of the demonstration's scorecard, which a command opened, or opened and closed, before. */
async function aboutMonth(
  yard: Yard,
  action: string,
  { state, fields }: { state: "not opened" | "open" | "closed"; fields: (month: Month) => Record<string, string> },
): Promise<Act & { slug: string; month: Month }> {
  const [{ id, slug, organisation }, month] = [await scorecardOf(yard), freshMonth()];
  if (state !== "not opened") {
    await byCommand(yard, organisation, insertMonth(id, month, state === "closed" ? "now()" : "null"));
  }
  const own = { scorecard: id, month, request: randomUUID() };
  return { action, from: paths.month(slug, month), slug, month, fields: { ...own, ...fields(month) } };
}

/** What the officer's form says that it saw. */
async function seenAt(yard: Yard, path: string): Promise<string> {
  const { cookie = "" } = yard.asker("officer");
  const { body } = await ask(yard.url + path, { headers: { cookie } });
  return /name="seen" value="([0-9a-f]{16})"/.exec(body)?.[1] ?? "";
}

export const monthActs = {
  open: (yard: Yard) => aboutMonth(yard, "openMonthAction", { state: "not opened", fields: dates }),
  reschedule: (yard: Yard) =>
    aboutMonth(yard, "rescheduleMonthAction", {
      state: "open",
      fields: (month) => ({ ...dates(month), commentaryDue: addDays(dates(month).commentaryDue, 1), seen: "1" }),
    }),
  close: async (yard: Yard) => {
    const doing = await aboutMonth(yard, "closeMonthAction", { state: "open", fields: () => ({ reason: "" }) });
    const seen = await seenAt(yard, paths.month(doing.slug, doing.month));
    return { ...doing, fields: { ...doing.fields, seen } };
  },
  publish: async (yard: Yard) => {
    const doing = await aboutMonth(yard, "publishMonthAction", {
      state: "closed",
      fields: () => ({ number: "1", reason: "" }),
    });
    const seen = await seenAt(yard, paths.publishing(doing.slug, doing.month));
    return { ...doing, from: paths.publishing(doing.slug, doing.month), fields: { ...doing.fields, seen } };
  },
  reopen: (yard: Yard) =>
    aboutMonth(yard, "reopenMonthAction", { state: "closed", fields: () => ({ reason: "A figure came late." }) }),
  /** Over a version that nobody has seen, so that nobody's rule is changed: who is told so was let in. */
  setRule: async (): Promise<Act> => ({
    action: "setMonthRuleAction",
    from: paths.workingDays(),
    fields: { figuresDay: "9", commentaryDay: "14", seen: "99", request: randomUUID() },
  }),
  addHoliday: async (): Promise<Act> => ({
    action: "addBankHolidayAction",
    from: paths.workingDays(),
    fields: { day: freshDay(), name: "A holiday", request: randomUUID() },
  }),
  withdrawHoliday: async (yard: Yard): Promise<Act> => {
    const [{ organisation }, day] = [await scorecardOf(yard), freshDay()];
    await byCommand(
      yard,
      organisation,
      `insert into bank_holiday (organisation_id, day, name) values ('${organisation}', '${day}', 'A holiday')`,
    );
    const [found] = await yard.query(
      "select id from bank_holiday where organisation_id = $1 and day = $2 and withdrawn_at is null",
      [organisation, day],
    );
    return {
      action: "withdrawBankHolidayAction",
      from: paths.workingDays(),
      fields: { holiday: String(found?.id), reason: "It was moved.", request: randomUUID() },
    };
  },
};
