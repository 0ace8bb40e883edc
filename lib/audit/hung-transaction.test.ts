import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { findActor } from "#lib/access/find-actor";
import { recordActual } from "#lib/actuals/record-actual";
import { perform } from "#lib/audit/perform";
import { endOtherSessions } from "#lib/people/end-other-sessions";
import { endPersonSessions } from "#lib/people/end-person-sessions";
import { nothingTyped } from "#lib/rules/actual";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

const record = (who: keyof World["actors"], ref: keyof World["indicators"], month = "2013-12" as const) =>
  recordActual(world.actors[who], {
    indicatorId: world.indicators[ref],
    month,
    seen: 0,
    typed: { ...nothingTyped, value: "7" },
  });

async function quickly<T>(work: Promise<T>): Promise<T> {
  const began = Date.now();
  const done = await work;
  expect(Date.now() - began).toBeLessThan(2_000);
  return done;
}

/** A write that has taken what it locks, and then never comes to its end, until told to. */
async function hang(who: keyof World["actors"]): Promise<() => Promise<unknown>> {
  const [held, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const work = perform(world.actors[who], "actual.record", async (tx) => {
    await tx.execute(
      `insert into actual (indicator_id, month, value) values ('${world.indicators["2.3"]}', '2013-12-01', 66)`,
    );
    held.resolve();
    await end.promise;
    throw new Error("hung");
  }).catch((error: Error) => error.message);
  await held.promise;
  return async () => {
    end.resolve();
    return work;
  };
}

test("a transaction that hangs blocks who wants the same, and nobody else", { timeout: 40_000 }, async () => {
  await database.asOwner("update session_touch set touched_at = now() - interval '5 minutes'");
  const release = await hang("lead");
  // More than there are connections to write with.
  const blocked = Array.from({ length: 10 }, () => record("secondLead", "2.3").catch((error: Error) => error));
  await new Promise((resolve) => setTimeout(resolve, 300));

  // Pages go on for everybody, the person whose write hangs among them.
  for (const who of ["lead", "secondLead", "head"] as const) {
    const { token, origin } = world.actors[who];
    expect(await quickly(findActor(token, origin))).not.toBeNull();
  }
  for (const outcome of await Promise.all(blocked)) {
    expect(String(outcome)).toMatch(/Somebody else is changing this just now|timeout exceeded when trying to connect/);
  }

  // So do writes of something else, that person's own too; and what must wait is refused in words.
  expect(await quickly(record("secondLead", "2.5"))).toMatchObject({ content: { value: "7" } });
  expect(await quickly(record("otherLead", "4.3"))).toMatchObject({ content: { value: "7" } });
  await expect(quickly(endOtherSessions(world.actors.lead))).rejects.toMatchObject({ code: "WRONG_STATE" });
  await expect(
    endPersonSessions(world.actors.officer, { person: world.people.lead, reason: "It hangs." }),
  ).rejects.toMatchObject({ code: "BUSY" });
  expect(await release()).toBe("hung");
  expect(await record("secondLead", "2.3")).toMatchObject({ content: { value: "7" } });
});
