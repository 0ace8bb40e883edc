import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { setSessionLife } from "#db/set-session-life";
import { useDatabase } from "#db/testing/use-database";
import { withClient } from "#db/with-client";
import type { PersonActor } from "#lib/access/actor";
import { findActor } from "#lib/access/find-actor";
import { may } from "#lib/access/permissions";
import { startSession } from "#lib/access/start-session";
import { perform } from "#lib/audit/perform";
import { endOtherSessions } from "#lib/people/end-other-sessions";
import { endPersonSessions } from "#lib/people/end-person-sessions";
import { endSession } from "#lib/people/end-session";
import { listMySessions } from "#lib/people/queries";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const origin = { address: null, agent: "Firefox" };
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

const operate = (statement: string) =>
  database.asOwner(`do $$ begin perform audit.begin_operator('test'); ${statement}; end $$`);

async function signedIn(who: keyof World["people"]): Promise<PersonActor> {
  const actor = await findActor(await startSession(world.people[who], origin), origin);
  if (!actor) throw new Error("no session");
  return actor;
}

const whyEnded = async ({ token }: PersonActor) =>
  (await database.asApp("select access.why_ended($1) as ended", [token]))[0]?.ended;
const isLive = async (actor: PersonActor) => (await findActor(actor.token, origin)) !== null;

describe("a session", () => {
  test("starts with an entry that holds no token, and lasts twelve hours", async () => {
    const { token, sessionId } = await signedIn("reader");
    const [entry] = await database.asOwner(
      "select e.*, a.kind, a.agent from audit.entry e join audit.action a on a.id = e.action where e.key = $1",
      [sessionId],
    );
    expect(entry).toMatchObject({ verb: "session.start", operation: "created", kind: "sign-in", agent: "Firefox" });
    expect(JSON.stringify(entry)).not.toContain(token);
    const [row] = await database.asOwner(
      "select expires_at - started_at = interval '12 hours' as ok from session where id = $1",
      [sessionId],
    );
    expect(row).toEqual({ ok: true });
    expect(await findActor("made up", origin)).toBeNull();
  });

  test("is over when it was not used for eight hours, for every door, and is not brought back", async () => {
    const [actor, other] = [await signedIn("reader"), await signedIn("reader")];
    const seenBefore = (hours: number) =>
      database.asOwner(
        `update session_touch set touched_at = now() - interval '${hours} hours' where session_id = '${actor.sessionId}'`,
      );
    await seenBefore(7.99);
    expect(await isLive(actor)).toBe(true);
    await seenBefore(8.01);
    expect(await isLive(actor)).toBe(false);
    for (const verb of ["session.end", "session.end_others"] as const) {
      await expect(perform(actor, verb, async () => undefined)).rejects.toMatchObject({ code: "SESSION_ENDED" });
    }
    await expect(
      database.asApp("select audit.read($1, 'history.export', null, '{}', null, null)", [actor.token]),
    ).rejects.toThrow("Your session has ended");
    await expect(database.asApp("update session_touch set touched_at = now()")).rejects.toThrow("permission denied");
    expect(await isLive(actor)).toBe(false);
    expect((await listMySessions(other)).map(({ id }) => id)).not.toContain(actor.sessionId);
    expect(await whyEnded(actor)).toEqual({ why: "idle", hours: 8 });
    await seenBefore(7.99);
    expect(await whyEnded(actor)).toBeNull();
  });

  test("ends by what the operator says: idle at once, twelve hours never longer than was said when it began", async () => {
    const actor = await signedIn("reader");
    await database.asOwner(
      `update session_touch set touched_at = now() - interval '2 hours' where session_id = '${actor.sessionId}'`,
    );
    await withClient(database.ownerUrl, (client) => setSessionLife(client, { idleHours: 1, longestHours: 3 }));
    expect([await isLive(actor), await whyEnded(actor)]).toEqual([false, { why: "idle", hours: 1 }]);
    const [begun] = await database.asOwner(
      "select max(expires_at - started_at) = interval '3 hours' as ok from session where started_at = (select max(started_at) from session where id = $1)",
      [(await signedIn("reader")).sessionId],
    );
    expect(begun).toEqual({ ok: true });
    await withClient(database.ownerUrl, (client) => setSessionLife(client, { idleHours: 8, longestHours: 12 }));
    expect(await isLive(actor)).toBe(true);
    await expect(database.asApp("update access.session_life set idle = '9 days'")).rejects.toThrow("permission denied");
  });

  test("is over when its row says so, whatever the cookie says", async () => {
    const actor = await signedIn("reader");
    await operate(`update session set expires_at = now() - interval '1 second' where id = '${actor.sessionId}'`);
    expect(await isLive(actor)).toBe(false);
    expect(await whyEnded(actor)).toMatchObject({ why: "longest" });
    await expect(perform(actor, "session.end", async () => undefined)).rejects.toMatchObject({ code: "SESSION_ENDED" });
  });

  test("of somebody who is disabled is dead at once, and they cannot start another", async () => {
    const actor = await signedIn("secondLead");
    await operate(`update person set disabled_at = now() where id = '${world.people.secondLead}'`);
    expect(await isLive(actor)).toBe(false);
    await expect(startSession(world.people.secondLead, origin)).rejects.toThrow("cannot sign in");
  });

  test("knows a role that was revoked or granted on the very next request", async () => {
    const actor = await signedIn("otherLead");
    expect(may(actor, "actual.record")).toBe(true);
    await operate(`update role_grant set revoked_at = now() where person_id = '${world.people.otherLead}'`);
    const present = await findActor(actor.token, origin);
    expect(may(present!, "actual.record")).toBe(false);
    await expect(perform(actor, "actual.record", async () => "written")).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(may(present!, "session.end")).toBe(true);
    await operate(
      `insert into role_grant (organisation_id, person_id, role) values ('${world.organisationId}', '${world.people.otherLead}', 'reader')`,
    );
    expect((await findActor(actor.token, origin))?.roles).toEqual([{ role: "reader", team: null }]);
  });

  test("is seen at most once a minute", async () => {
    const actor = await signedIn("reader");
    const seen = async () =>
      (await database.asOwner("select touched_at from session_touch where session_id = $1", [actor.sessionId]))[0];
    const first = await seen();
    await isLive(actor);
    expect(await seen()).toEqual(first);
    await database.asOwner("update session_touch set touched_at = now() - interval '61 seconds'");
    await isLive(actor);
    expect(+(await seen())!.touched_at! - +first!.touched_at!).toBeGreaterThanOrEqual(0);
  });

  test("is seen by what is written in it as well, and two writes at once do not wait for each other to say so", async () => {
    const actor = await signedIn("lead");
    const isFresh = async () =>
      (
        await database.asOwner(
          "select touched_at > now() - interval '1 minute' as fresh from session_touch where session_id = $1",
          [actor.sessionId],
        )
      )[0]?.fresh;
    await database.asOwner("update session_touch set touched_at = now() - interval '61 seconds'");
    await perform(actor, "actual.record", async () => {
      await perform(actor, "actual.record", async () => undefined);
    });
    expect(await isFresh()).toBe(true);
  });
});

describe("ending sessions", () => {
  const ending = (who: keyof World["people"], by: PersonActor) =>
    endPersonSessions(by, { person: world.people[who], reason: "lost laptop" });

  test("waits for a write that has begun, and stops the one that has not", async () => {
    const officer = await signedIn("officer");
    const lead = await signedIn("lead");
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const order: string[] = [];
    const write = perform(lead, "actual.record", async () => {
      begun();
      await held;
    }).then(() => order.push("written"));
    await hasBegun;
    const ended = ending("lead", officer).then(() => order.push("ended"));
    await waitForLock();
    expect(order).toEqual([]);
    go();
    await Promise.all([write, ended]);
    expect(order).toEqual(["written", "ended"]);
    await expect(perform(lead, "actual.record", async () => undefined)).rejects.toMatchObject({
      code: "SESSION_ENDED",
    });
  });

  test("by two officers of each other leaves one of them signed in to have done it", async () => {
    await operate(
      `insert into role_grant (organisation_id, person_id, role) values ('${world.organisationId}', '${world.people.head}', 'performance officer')`,
    );
    const [one, other] = [await signedIn("officer"), await signedIn("head")];
    const both = await Promise.allSettled([ending("head", one), ending("officer", other)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = both.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ code: "SESSION_ENDED" });
  });

  test("of one's own by many at once is done at once, by one of them", async () => {
    const leaving = await signedIn("reader");
    const begun = performance.now();
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => endSession(leaving)));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const codes = all.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(["SESSION_ENDED"]));
    // Whom the database finds waiting for each other it lets go after a second.
    expect(performance.now() - begun).toBeLessThan(900);
  });

  test("everywhere else from everywhere at once leaves one signed in", async () => {
    const sessions = await Promise.all(Array.from({ length: 5 }, () => signedIn("auditor")));
    const all = await Promise.allSettled(sessions.map((one) => endOtherSessions(one)));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await Promise.all(sessions.map(isLive))).filter(Boolean)).toHaveLength(1);
  });

  test("twice by the same form is done once", async () => {
    const officer = await signedIn("officer");
    await signedIn("otherHead");
    const request = { id: randomUUID(), digest: "d" };
    const once = () => endPersonSessions(officer, { person: world.people.otherHead, reason: "twice" }, request);
    expect(await once()).toBeGreaterThan(0);
    expect(await once()).toBeUndefined();
    const entries = await database.asOwner(
      "select from audit.action join audit.words on digest = reason where body = 'twice' and outcome = 'done'",
    );
    expect(entries).toHaveLength(1);
  });

  async function waitForLock() {
    for (let n = 0; n < 200; n++) {
      if ((await database.asOwner("select from pg_locks where not granted")).length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
});
