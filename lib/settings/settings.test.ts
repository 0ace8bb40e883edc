import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { findActor } from "#lib/access/find-actor";
import { startSession } from "#lib/access/start-session";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { whyNotOver } from "#lib/months/why-not-over";
import { grantRole } from "#lib/people/grant-role";
import { dayIn } from "#lib/rules/day";
import { getSessionLimits, getSettings } from "#lib/settings/get-settings";
import { renameOrganisation } from "#lib/settings/rename-organisation";
import { setPublishingRule } from "#lib/settings/set-publishing-rule";
import { setRetention } from "#lib/settings/set-retention";
import { setSecondFactorRule } from "#lib/settings/set-second-factor-rule";
import { setSessionLife } from "#lib/settings/set-session-life";
import { setTimeZone } from "#lib/settings/set-time-zone";
import { bySql } from "#lib/testing/by-sql";
import { inMonths } from "#lib/testing/months";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const origin = { address: null, agent: null };
let world: World;
let neighbour: World;
const written = bySql(database, () => world);
const { close, publish, place } = inMonths(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
});

const officer = () => world.actors.officer;
const seen = async () => (await getSettings(officer())).version;
const present = async (who: keyof World["people"]) => findActor(await startSession(world.people[who], origin), origin);
const newestSaid = async () => sentenceText((await listEntries(world.actors.auditor, {}, null, 1)).groups[0]!.headline);

describe("what an organisation is called", () => {
  test("is said by the officer, stands everywhere from then on, and in the history with what it was", async () => {
    const was = (await getSettings(officer())).name;
    await renameOrganisation(officer(), { name: "Northshire", seen: await seen() });
    expect(await newestSaid()).toBe(`The officer renamed the organisation ${was}: it is Northshire now`);
    expect((await present("lead"))?.organisation.name).toBe("Northshire");
    expect((await findActor(neighbour.actors.lead.token, origin))?.organisation.name).toBe("The neighbouring council");
  });

  test("by one of two who say so at once; the other is told what it is by now", async () => {
    const version = await seen();
    await renameOrganisation(officer(), { name: "Southshire", seen: version });
    await expect(renameOrganisation(officer(), { name: "Eastshire", seen: version })).rejects.toMatchObject({
      code: "CONFLICT",
      message:
        "The settings were changed after you opened them: the organisation is called Southshire. Yours was not saved.",
    });
    const both = await Promise.allSettled(
      ["Eastshire", "Westshire"].map((name) => renameOrganisation(officer(), { name, seen: version + 1 })),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test.each(["lead", "head", "auditor", "reader"] as const)(
    "is not the %s’s to say, nor anything else",
    async (who) => {
      const version = await seen();
      for (const attempt of [
        () => renameOrganisation(world.actors[who], { name: "Mine", seen: version }),
        () => setTimeZone(world.actors[who], { timeZone: "Europe/Paris", seen: version }),
        () => setSessionLife(world.actors[who], { idleHours: 1, hours: 1, seen: version }),
        () => setPublishingRule(world.actors[who], { publishesOver: "nobody", seen: version }),
        () => setRetention(world.actors[who], { years: 1, seen: version }),
        () => setSecondFactorRule(world.actors[who], { needed: ["reader"], seen: version }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: "WRONG_ROLE" });
      }
      expect(await seen()).toBe(version);
    },
  );

  test("is nobody’s of another organisation to say, by SQL either", async () => {
    const theirs = (set: string) => `update organisation set ${set} where id = '${neighbour.organisationId}'`;
    for (const [verb, set] of [
      ["organisation.rename", "name = 'Mine'"],
      ["time_zone.set", "time_zone = 'Europe/Paris'"],
      ["session_life.set", "session_idle_hours = 1, session_hours = 1"],
      ["publishing_rule.set", "publishes_over = 'nobody'"],
      ["retention.set", "keeps_words_years = 1"],
      ["second_factor_rule.set", "needs_second_factor = '{reader}'"],
    ] as const) {
      await expect(written("asApp", "officer", verb, theirs(set)), verb).rejects.toMatchObject({
        detail: "WRONG_SCOPE",
      });
    }
    const other = `update organisation set time_zone = 'Europe/Paris' where id = '${world.organisationId}'`;
    await expect(written("asApp", "officer", "organisation.rename", other)).rejects.toMatchObject({
      detail: "FALSE_VERB",
    });
  });
});

describe("the time zone", () => {
  test("is by whose clock days begin, and one that there is", async () => {
    await setTimeZone(officer(), { timeZone: "Pacific/Kiritimati", seen: await seen() });
    expect(await newestSaid()).toBe("The officer set the time zone to Pacific/Kiritimati, from Europe/London");
    const actor = (await present("lead"))!;
    expect(actor.organisation.timeZone).toBe("Pacific/Kiritimati");
    expect(dayIn(actor.organisation.timeZone, new Date("2026-11-26T12:00:00Z"))).toBe("2026-11-27");
    await expect(setTimeZone(officer(), { timeZone: "Atlantis", seen: await seen() })).rejects.toMatchObject({
      code: "INVALID",
    });
    await setTimeZone(officer(), { timeZone: "Europe/London", seen: await seen() });
  });
});

describe("sessions", () => {
  const idle = async (who: keyof World["people"], hours: number) => {
    const token = await startSession(world.people[who], origin);
    await database.asOwner(
      `update session_touch set touched_at = now() - interval '${hours} hours' where session_id = (select id from session order by started_at desc limit 1)`,
    );
    return token;
  };
  const isLive = async (token: string) => (await findActor(token, origin)) !== null;

  test("end as soon as the organisation says, at once, and of no other organisation", async () => {
    const token = await idle("reader", 3);
    await setSessionLife(officer(), { idleHours: 2, hours: 4, seen: await seen() });
    expect(await newestSaid()).toBe(
      "The officer set that sessions end after 2 hours without use, and after 4 hours in all",
    );
    expect(await isLive(token)).toBe(false);
    const [ended] = await database.asApp("select access.why_ended($1) as ended", [token]);
    expect(ended).toEqual({ ended: { why: "idle", hours: 2 } });
    const theirs = await startSession(neighbour.people.reader, origin);
    await database.asOwner(
      "update session_touch set touched_at = now() - interval '3 hours' where session_id = (select id from session order by started_at desc limit 1)",
    );
    expect(await isLive(theirs)).toBe(true);
    await setSessionLife(officer(), { idleHours: 4, hours: 4, seen: await seen() });
    expect(await isLive(await idle("reader", 3))).toBe(true);
  });

  test("last no longer than the operator says, whatever the row says", async () => {
    expect(await getSessionLimits()).toEqual({ idleHours: 8, hours: 12 });
    await expect(setSessionLife(officer(), { idleHours: 9, hours: 12, seen: await seen() })).rejects.toMatchObject({
      fields: { idleHours: expect.stringContaining("At most 8 hours") },
    });
    const longer = `update organisation set session_idle_hours = 24, session_hours = 24 where id = '${world.organisationId}'`;
    await written("asApp", "officer", "session_life.set", longer);
    expect(await isLive(await idle("reader", 9))).toBe(false);
    const never = `update organisation set session_idle_hours = 0 where id = '${world.organisationId}'`;
    await expect(written("asApp", "officer", "session_life.set", never)).rejects.toThrow("sessions_end_within_a_day");
  });
});

describe("publishing over what stands in the way", () => {
  test("is another officer’s than closed the month, or nobody’s, as the organisation says", async () => {
    await grantRole(officer(), {
      person: world.people.reader,
      roles: [{ role: "performance officer", teamId: null }],
    });
    await close("officer", "2013-12", "The board meets.");
    await setPublishingRule(officer(), { publishesOver: "another officer", seen: await seen() });
    expect(await newestSaid()).toBe(
      "The officer set who publishes: whoever closed a month does not publish it over what stands in the way",
    );
    const wrong = { code: "WRONG_STATE" };
    await expect(publish("officer", "2013-12", "The board meets.")).rejects.toMatchObject(wrong);
    await setPublishingRule(officer(), { publishesOver: "nobody", seen: await seen() });
    await expect(publish("reader", "2013-12", "The board meets.")).rejects.toMatchObject(wrong);
    expect(await whyNotOver(officer(), place("2013-12"))).toContain("nobody publishes over what stands in the way");
    const blockers = `'[{"kind": "comment", "ref": "2.3", "team": "Assessment", "words": "None."}]'`;
    const bySqlAlone = (who: "officer" | "reader") =>
      written(
        "asApp",
        who,
        "month.publish",
        `insert into edition (scorecard_id, month, blockers, reason, published_by)
         values ('${world.scorecard.id}', '2013-12-01', ${blockers}, 'The board meets.', '${world.people[who]}')`,
      );
    await expect(bySqlAlone("reader")).rejects.toMatchObject({ detail: "WRONG_STATE" });
    await setPublishingRule(officer(), { publishesOver: "another officer", seen: await seen() });
    await expect(bySqlAlone("officer")).rejects.toMatchObject({ detail: "WRONG_STATE" });
    await publish("reader", "2013-12", "The board meets.");
  });
});
