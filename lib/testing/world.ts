import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import pg from "pg";
import type { Database } from "#db/client";
import { actual } from "#db/schema/actuals";
import { now } from "#db/schema/columns";
import {
  band,
  bandSet,
  dueRule,
  indicator,
  indicatorDefinition,
  indicatorTeam,
  milestone,
} from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { person, roleGrant, team } from "#db/schema/people";
import { labelSet, scorecard, scorecardLabelSet, section, theme } from "#db/schema/scorecards";
import type { TestDatabase } from "#db/testing/use-database";
import type { Direction, Month, Role, Unit } from "#db/vocabulary";
import { type OperatorActor, operator, type PersonActor } from "#lib/access/actor";
import { findActor } from "#lib/access/find-actor";
import { perform } from "#lib/audit/perform";
import { setUpOrganisation } from "#lib/people/set-up-organisation";
import { edgeFrom } from "#lib/rules/band";
import { bandRows, parseBands } from "#lib/rules/bands";
import { parseMilestone } from "#lib/rules/milestone";
import { typedBands } from "#lib/testing/typed-bands";

const first: Month = "2013-09";
const reason = "a world for tests";
const origin = { address: "127.0.0.1", agent: "test" };

/** Two teams with a lead and a head each; the lead of Assessment has a colleague; and the people of the whole council. */
const people = {
  lead: [{ role: "team lead", team: "assessment" }],
  secondLead: [{ role: "team lead", team: "assessment" }],
  otherLead: [{ role: "team lead", team: "workforce" }],
  head: [{ role: "head of service", team: "assessment" }],
  otherHead: [{ role: "head of service", team: "workforce" }],
  leadAndHead: [
    { role: "team lead", team: "assessment" },
    { role: "head of service", team: "assessment" },
  ],
  auditor: [{ role: "auditor", team: null }],
  officer: [{ role: "performance officer", team: null }],
  reader: [{ role: "reader", team: null }],
} as const satisfies Record<string, readonly { role: Role; team: string | null }[]>;

const indicators = [
  {
    ref: "2.3",
    team: "assessment",
    unit: "percent",
    direction: "higher",
    precision: 0,
    bands: ["65-70", "71-75", "75+"],
    milestone: "75+",
  },
  {
    ref: "2.5",
    team: "assessment",
    unit: "count",
    direction: "lower",
    precision: 0,
    bands: ["10-15", "5-9", "below 5"],
    milestone: "below 5",
  },
  {
    ref: "4.3",
    team: "workforce",
    unit: "percent",
    direction: "lower",
    precision: 1,
    bands: ["20-15", "10-14", "below 10"],
    milestone: "20",
  },
] as const;

export type World = {
  organisationId: string;
  scorecard: { id: string; slug: string };
  teams: Record<"assessment" | "workforce", string>;
  /** Indicator ids by ref: 2.3 and 2.5 of Assessment, 4.3 of Workforce. */
  indicators: Record<"2.3" | "2.5" | "4.3", string>;
  people: Record<keyof typeof people, string>;
  actors: Record<keyof typeof people, PersonActor>;
};

async function addIndicator(
  tx: Database,
  ids: { scorecardId: string; sectionId: string; teamId: string },
  given: {
    ref: string;
    unit: Unit;
    direction: Direction;
    precision: number;
    bands: readonly string[];
    milestone: string;
  },
  measure: string,
  position: number,
): Promise<string> {
  const [{ id: indicatorId } = { id: "" }] = await tx
    .insert(indicator)
    .values({ scorecardId: ids.scorecardId, ref: given.ref })
    .returning({ id: indicator.id });
  const from = { indicatorId, fromMonth: first };
  await tx.insert(indicatorDefinition).values({
    ...from,
    sectionId: ids.sectionId,
    position,
    measure,
    unit: given.unit,
    direction: given.direction,
    precision: given.precision,
    actionPlanRefs: ["A4"],
  });
  await tx.insert(indicatorTeam).values({ ...from, teamId: ids.teamId });
  await tx.insert(dueRule).values({ ...from, every: 1 });
  const parsed = parseBands(typedBands(given.bands), given.direction);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const [set] = await tx.insert(bandSet).values(from).returning({ id: bandSet.id });
  await tx.insert(band).values(bandRows(parsed.bands).map((row) => ({ ...row, ...from, bandSetId: set!.id })));
  const target = parseMilestone(given.milestone, given.direction);
  if (!target.ok) throw new Error(target.message);
  await tx.insert(milestone).values({
    indicatorId,
    month: "2013-12",
    asTyped: target.milestone.asTyped,
    ...edgeFrom(target.milestone),
  });
  return indicatorId;
}

async function signedIn(client: pg.Client, personId: string): Promise<PersonActor> {
  const token = randomBytes(32).toString("base64url");
  await client.query("select access.start_session($1, 'password', $2, now() + interval '1 day', '127.0.0.1', 'test')", [
    personId,
    token,
  ]);
  const actor = await findActor(token, origin);
  if (!actor) throw new Error("The test's session did not start.");
  return actor;
}

type Council = {
  slug: string;
  name: string;
  mail: string;
  /** How its people, and how its teams, scorecard and measures are called. */
  person: (name: string) => string;
  thing: (name: string) => string;
  /** What 2.3, 2.5 and 4.3 were in November 2013. */
  november: readonly [string, string, string];
};

/**
 * A small council: November 2013 closed (2.3 was 63, 2.5 was 5, 4.3 was 30.3), December 2013 and January 2014 open with
 * nothing recorded. Everyone is signed in.
 */
export const makeWorld = ({ ownerUrl }: Pick<TestDatabase, "ownerUrl">): Promise<World> =>
  makeCouncil(operator(ownerUrl, reason), {
    slug: "council",
    name: "The council",
    mail: "candour.test",
    person: (name) => `The ${name}`,
    thing: (name) => name,
    november: ["63", "5", "30.3"],
  });

/** Another council in the same database: the same slugs and refs, other people, names and figures. */
export async function makeNeighbour({ ownerUrl }: Pick<TestDatabase, "ownerUrl">): Promise<World> {
  const named = { slug: "neighbour", name: "The neighbouring council" };
  // Of several organisations an action says which it is in.
  const organisationId = await perform(operator(ownerUrl, reason), "operator.change", (tx) =>
    setUpOrganisation(tx, named),
  );
  return makeCouncil(operator(ownerUrl, reason, organisationId), {
    ...named,
    mail: "neighbour.test",
    person: (name) => `Neighbouring ${name}`,
    thing: (name) => `Neighbouring ${name}`,
    november: ["71.25", "777", "22.2"],
  });
}

async function makeCouncil(command: OperatorActor, council: Council): Promise<World> {
  const world = { teams: {}, indicators: {}, people: {}, actors: {} } as World;
  await perform(command, "operator.change", async (tx) => {
    const organisationId = await setUpOrganisation(tx, { slug: council.slug, name: council.name });
    world.organisationId = organisationId;
    for (const name of ["Assessment", "Workforce"]) {
      const slug = name.toLowerCase() as keyof World["teams"];
      const [made] = await tx
        .insert(team)
        .values({ organisationId, slug, name: council.thing(name) })
        .returning({ id: team.id });
      world.teams[slug] = made!.id;
    }
    for (const [name, held] of Object.entries(people) as [keyof World["people"], (typeof people)["lead"]][]) {
      const [made] = await tx
        .insert(person)
        .values({ email: `${name.toLowerCase()}@${council.mail}`, name: council.person(name) })
        .returning({ id: person.id });
      world.people[name] = made!.id;
      await tx.insert(roleGrant).values(
        held.map(({ role, team: of }) => ({
          organisationId,
          personId: made!.id,
          role,
          teamId: of && world.teams[of],
        })),
      );
    }
    const [card] = await tx
      .insert(scorecard)
      .values({ organisationId, slug: "improvement", name: council.thing("Improvement scorecard") })
      .returning({ id: scorecard.id, slug: scorecard.slug });
    world.scorecard = card!;
    const scorecardId = card!.id;
    const [labels] = await tx
      .select({ id: labelSet.id })
      .from(labelSet)
      .where(eq(labelSet.organisationId, organisationId));
    await tx.insert(scorecardLabelSet).values({ scorecardId, fromMonth: first, labelSetId: labels!.id });
    const [quality] = await tx
      .insert(theme)
      .values({ scorecardId, slug: "quality-of-practice", name: council.thing("Quality of Practice"), position: 1 })
      .returning({ id: theme.id });
    const [timeliness] = await tx
      .insert(section)
      .values({ scorecardId, themeId: quality!.id, number: 2, title: council.thing("Timeliness") })
      .returning({ id: section.id });
    for (const [index, given] of indicators.entries()) {
      const ids = { scorecardId, sectionId: timeliness!.id, teamId: world.teams[given.team] };
      world.indicators[given.ref] = await addIndicator(
        tx,
        ids,
        given,
        council.thing(`Measure ${given.ref}`),
        index + 1,
      );
    }
    await tx.insert(scorecardMonth).values([
      { scorecardId, month: "2013-11", closedAt: now },
      { scorecardId, month: "2013-12" },
      { scorecardId, month: "2014-01" },
    ]);
    await tx.insert(actual).values([
      { indicatorId: world.indicators["2.3"], month: "2013-11", value: council.november[0] },
      { indicatorId: world.indicators["2.5"], month: "2013-11", value: council.november[1] },
      { indicatorId: world.indicators["4.3"], month: "2013-11", value: council.november[2] },
    ]);
  });
  const client = new pg.Client({ connectionString: command.ownerUrl });
  await client.connect();
  for (const name of Object.keys(people) as (keyof World["people"])[]) {
    world.actors[name] = await signedIn(client, world.people[name]);
  }
  await client.end();
  return world;
}
