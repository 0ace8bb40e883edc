import { type PersonActor, teamsOf } from "#lib/access/actor";
import { teamReturn } from "#lib/returns/get-team-return";
import { everyIndicator, listReturnRows } from "#lib/returns/return-rows";
import type { Month } from "#lib/rules/month";

/** Of one of a lead's open returns: how many things stop it from being submitted, and how many comments it requires. */
export type OpenStops = { slug: string; team: string; month: Month; stops: number; required: number };

/** The same of all of them that are listed first, in one statement. */
export async function listStops(actor: PersonActor): Promise<OpenStops[]> {
  const rows = await listReturnRows(actor, "last open", everyIndicator);
  return rows.flatMap((each) =>
    each.months.flatMap(({ month, closedAt }) => {
      if (closedAt !== null || month < each.from || month > each.to) return [];
      return teamsOf(actor, "team lead").flatMap((team) => {
        const found = teamReturn(actor, each, { team, month });
        if (!found) return [];
        const { cells } = found;
        return [
          {
            slug: each.slug,
            team: team.slug,
            month,
            stops: cells.reduce((sum, { stops }) => sum + stops.length, 0),
            required: cells.filter(({ required }) => required.length > 0).length,
          },
        ];
      });
    }),
  );
}
