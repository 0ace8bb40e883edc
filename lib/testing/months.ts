import type { TestDatabase } from "#db/testing/use-database";
import { closeMonth } from "#lib/months/close-month";
import { getMonth } from "#lib/months/get-month";
import { openMonth } from "#lib/months/open-month";
import { publishMonth } from "#lib/months/publish-month";
import { reopenMonth } from "#lib/months/reopen-month";
import type { Month } from "#lib/rules/month";
import type { MonthDates } from "#lib/rules/month-dates";
import type { World } from "#lib/testing/world";

type Who = keyof World["actors"];

/** The dates that the usual rule says for February 2014. */
export const february: MonthDates = { figuresDue: "2014-03-14", commentaryDue: "2014-03-21" };

/** What is done to the world's months, as the screens would send it: with what is before people at that moment. */
export const inMonths = (world: () => World, test: TestDatabase) => {
  const place = (month: Month) => ({ scorecardId: world().scorecard.id, month });
  const view = async (month: Month) => (await getMonth(world().actors.officer, world().scorecard.slug, month))!;
  return {
    place,
    view,
    open: (who: Who, month: Month, dates: MonthDates = february) =>
      openMonth(world().actors[who], { ...place(month), dates }),
    close: async (who: Who, month: Month, reason = "") =>
      closeMonth(world().actors[who], { ...place(month), seen: (await view(month)).checklist.seen, reason }),
    /** With what its confirmation page shows at that moment. */
    publish: async (who: Who, month: Month, reason = "") => {
      const { checklist, editions } = await view(month);
      const given = { ...place(month), number: editions.length + 1, seen: checklist.seen, reason };
      return publishMonth(world().actors[who], given);
    },
    reopen: (who: Who, month: Month, reason = "A figure came late.") =>
      reopenMonth(world().actors[who], { ...place(month), reason }),
    stored: async (month: Month) =>
      (
        await test.asOwner(
          `select to_char(month, 'YYYY-MM') as month, to_char(figures_due, 'YYYY-MM-DD') as figures,
            to_char(commentary_due, 'YYYY-MM-DD') as commentary, opened_by, closed_at is not null as closed, closed_by, version
           from scorecard_month where scorecard_id = $1 and month = $2`,
          [world().scorecard.id, `${month}-01`],
        )
      )[0],
    newest: async () =>
      (
        await test.asOwner(
          `select e.verb, e.operation, e.person, e.table_name, to_char(e.month, 'YYYY-MM') as month, e.scorecard, a.code,
            (select body from audit.words w where w.digest = a.reason) as reason
           from audit.entry e join audit.action a on a.id = e.action order by e.position desc limit 1`,
        )
      )[0],
  };
};
