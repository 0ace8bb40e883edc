import type { TestDatabase } from "#db/testing/use-database";
import { recordActual } from "#lib/actuals/record-actual";
import { askReopening } from "#lib/returns/ask-reopening";
import { getTeamReturn } from "#lib/returns/get-team-return";
import { reopenReturn, seenReopening } from "#lib/returns/reopen-return";
import { submitReturn } from "#lib/returns/submit-return";
import { nothingTyped } from "#lib/rules/actual";
import type { Month } from "#lib/rules/month";
import type { World } from "#lib/testing/world";

type Who = keyof World["actors"];

/** What is done to the Assessment team's returns, as the screens would send it: with what is before people at that moment. */
export const inReturns = (world: () => World, test: TestDatabase) => {
  const place = (month: Month) => ({
    scorecardId: world().scorecard.id,
    teamId: world().teams.assessment,
    month,
  });
  const view = async (month: Month, who: Who = "lead") =>
    (await getTeamReturn(world().actors[who], { slug: world().scorecard.slug, team: "assessment", month }))!;
  return {
    /** Nothing stops it: there is a reason for each figure. */
    explainAll: async (month: Month) => {
      for (const { indicatorId, actual } of (await view(month)).cells) {
        if (actual) continue;
        const typed = { ...nothingTyped, missing: "x" } as const;
        await recordActual(world().actors.lead, { indicatorId, month, seen: 0, typed });
      }
    },
    place,
    view,
    handIn: async (who: Who, month: Month) =>
      submitReturn(world().actors[who], { ...place(month), seen: (await view(month)).seen }),
    ask: (who: Who, month: Month, reason = "A figure was wrong.") =>
      askReopening(world().actors[who], { ...place(month), reason }),
    /** Until so many minutes from now, by the clock on the wall in London. */
    reopen: async (who: Who, month: Month, { minutes = 60, reason = "" } = {}) => {
      const [until] = await test.asOwner(
        `select to_char((now() + ${minutes} * interval '1 minute') at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI:SS') as until`,
      );
      const { submission } = await view(month, "officer");
      const seen = submission ? seenReopening(submission) : "";
      return reopenReturn(world().actors[who], { ...place(month), until: String(until?.until), reason, seen });
    },
  };
};
