import { randomUUID } from "node:crypto";
import type { Act, Fields } from "#hammer/actions";
import { emptyMonth } from "#hammer/months";
import type { Yard } from "#hammer/yard";
import { paths } from "#lib/paths";

/** A form about the Assessment team's return of a month in which nothing is due, so that nobody's return is locked by it: who is told so was let in. */
async function aboutReturn(yard: Yard, action: string, fields: Fields): Promise<Act> {
  const { id, slug, organisation, month } = await emptyMonth(yard);
  const [team] = await yard.query("select id, slug from team where organisation_id = $1 and name = 'Assessment'", [
    organisation,
  ]);
  return {
    action,
    from: paths.teamReturn({ slug, team: String(team?.slug), month }),
    fields: { scorecard: id, team: String(team?.id), month, request: randomUUID(), ...fields },
  };
}

export const returnActs = {
  submit: (yard: Yard) => aboutReturn(yard, "submitReturnAction", { seen: "0".repeat(16) }),
  ask: (yard: Yard) => aboutReturn(yard, "askReopeningAction", { reason: "A figure was wrong." }),
  withdraw: (yard: Yard) => aboutReturn(yard, "withdrawReopeningAction", { seen: "2014-01-14T12:00:00.000Z" }),
  refuse: (yard: Yard) =>
    aboutReturn(yard, "refuseReopeningAction", { refusal: "Too late.", seen: "2014-01-14T12:00:00.000Z" }),
  reopen: (yard: Yard) =>
    aboutReturn(yard, "reopenReturnAction", { until: "2099-01-01T12:00", reason: "A figure was wrong.", seen: "" }),
};
