import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { operator, type PersonActor } from "#lib/access/actor";
import { findActor } from "#lib/access/find-actor";
import { sealSecret } from "#lib/access/second-factor/sealed-secret";
import { newSecret } from "#lib/access/second-factor/totp";
import { startSession } from "#lib/access/start-session";
import { perform } from "#lib/audit/perform";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { listNotices } from "#lib/notices/list-notices";
import { noticeLine } from "#lib/notices/notice-line";
import { addOpenIdLink } from "#lib/people/add-openid-link";
import { renewInvitation } from "#lib/people/renew-invitation";
import { confirmSecondFactor } from "#lib/people/second-factor/confirm-second-factor";
import { enrolSecondFactor } from "#lib/people/second-factor/enrol-second-factor";
import { findSecondFactor } from "#lib/people/second-factor/find-second-factor";
import { removeSecondFactor } from "#lib/people/second-factor/remove-second-factor";
import { renewRecoveryCodes } from "#lib/people/second-factor/renew-recovery-codes";
import { resetByCommand, resetSecondFactor } from "#lib/people/second-factor/reset-second-factor";
import { codeOf, enrolled, secretOf } from "#lib/testing/enrolled";
import { givePassword } from "#lib/testing/give-password";
import { makeWorld, type World } from "#lib/testing/world";

vi.mock("node:timers/promises", () => ({ setTimeout: async () => undefined }));

const database = useDatabase();
const current = "a horse and a battery";
const origin = { address: "192.0.2.9", agent: "test" };
let world: World;
let officer: PersonActor;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  process.env.NEXTAUTH_URL = "https://candour.example.gov.uk";
  vi.stubEnv("CANDOUR_SMTP_URL", "smtp://127.0.0.1:9");
  vi.stubEnv("CANDOUR_MAIL_FROM", "candour@council.test");
  world = await makeWorld(database);
  await givePassword(database.ownerUrl, "officer@candour.test", current);
  officer = (await findActor(await startSession(world.people.officer, origin), origin))!;
}, 60_000);
beforeEach(async () => {
  await database.asOwner("delete from limits");
});

let number = 0;
/** Somebody with a password, signed in by it. */
async function somebody(): Promise<PersonActor> {
  const email = `somebody.${(number += 1)}@candour.test`;
  await givePassword(database.ownerUrl, email, current);
  const [{ id } = {}] = await database.asOwner("select id::text from person where email = $1", [email]);
  return (await findActor(await startSession(String(id), origin), origin))!;
}
const said = async (verb: string) =>
  (await listEntries(world.actors.auditor, { verb })).groups.map(({ headline }) => sentenceText(headline))[0];

describe("somebody who signs in by a password", () => {
  test("sets up a second factor: their password, then a first code, which ends their sessions elsewhere", async () => {
    const actor = await somebody();
    const elsewhere = await startSession(actor.person.id, origin);
    expect(await findSecondFactor(actor)).toEqual({ state: "none" });
    await expect(enrolSecondFactor(actor, { current: "not it" })).rejects.toMatchObject({ code: "WRONG_PASSWORD" });
    await enrolSecondFactor(actor, { current });
    const secret = await secretOf(actor.person.id);
    expect(await findSecondFactor(actor)).toEqual({ state: "to confirm", secret });
    await expect(confirmSecondFactor(actor, { code: "000000" })).rejects.toMatchObject({
      code: "WRONG_CODE",
      fields: { code: expect.stringMatching(/^This is not the code/) },
    });
    expect(await findActor(elsewhere, origin)).not.toBeNull();
    const codes = await confirmSecondFactor(actor, { code: codeOf(secret) });
    expect(codes).toHaveLength(10);
    expect(await findSecondFactor(actor)).toMatchObject({ state: "confirmed", codesLeft: 10 });
    expect(await findActor(elsewhere, origin)).toBeNull();
    expect(await findActor(actor.token, origin)).not.toBeNull();
    expect(await said("second_factor.enrol")).toBe(`${actor.person.name} began to set up a second factor`);
    expect(await said("second_factor.confirm")).toBe(`${actor.person.name} set up a second factor`);
  });

  test("keeps secret and codes out of the trail, and out of what the web's login reads", async () => {
    const actor = await somebody();
    const { secret, codes } = await enrolled(actor, current);
    const entries = JSON.stringify(
      await database.asOwner("select * from audit.entry where person = $1", [actor.person.id]),
    );
    expect(entries).toContain("second_factor");
    for (const kept of [secret, "sealed_secret", "code_hash", ...codes]) expect(entries).not.toContain(kept);
    for (const read of ["sealed_secret from second_factor", "code_hash from recovery_code"]) {
      await expect(database.asApp(`select ${read}`)).rejects.toThrow(/permission denied/);
    }
  });

  test("begins again with another secret, until one is confirmed; then there is one, and no other", async () => {
    const actor = await somebody();
    await enrolSecondFactor(actor, { current });
    const first = await secretOf(actor.person.id);
    await enrolSecondFactor(actor, { current });
    const second = await secretOf(actor.person.id);
    expect(second).not.toBe(first);
    await expect(confirmSecondFactor(actor, { code: codeOf(first) })).rejects.toMatchObject({ code: "WRONG_CODE" });
    await confirmSecondFactor(actor, { code: codeOf(second) });
    await expect(enrolSecondFactor(actor, { current })).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: "You have a second factor already.",
    });
    expect(await secretOf(actor.person.id)).toBe(second);
  });

  test("is shown what they began where they began it alone: another session may be somebody else's, who knows the password", async () => {
    const actor = await somebody();
    const other = (await findActor(await startSession(actor.person.id, origin), origin))!;
    await enrolSecondFactor(actor, { current });
    expect(await findSecondFactor(other)).toEqual({ state: "none" });
    const code = codeOf(await secretOf(actor.person.id));
    await expect(confirmSecondFactor(other, { code })).rejects.toMatchObject({ code: "WRONG_STATE" });
    await confirmSecondFactor(actor, { code });
    await expect(confirmSecondFactor(actor, { code })).rejects.toThrow("It is set up already.");
  });

  test("who begins twice at once begins once, and is told so", async () => {
    const actor = await somebody();
    const begun = await Promise.allSettled([1, 2, 3].map(() => enrolSecondFactor(actor, { current })));
    for (const each of begun) {
      if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "WRONG_STATE" });
    }
    expect(await findSecondFactor(actor)).toMatchObject({ state: "to confirm" });
  });

  test("is shown what they began for an hour", async () => {
    const actor = await somebody();
    const sealed = await sealSecret(actor.person.id, actor.sessionId, newSecret());
    const begun = (minutes: number) =>
      database.asOwner(`do $$ begin perform audit.begin_operator('a while ago');
        update second_factor set ended_at = now() where person_id = '${actor.person.id}' and ended_at is null;
        insert into second_factor (person_id, sealed_secret, made_at)
        values ('${actor.person.id}', '${sealed}', now() - interval '${minutes} minutes'); end $$`);
    await begun(59);
    expect(await findSecondFactor(actor)).toMatchObject({ state: "to confirm" });
    await begun(60);
    expect(await findSecondFactor(actor)).toEqual({ state: "none" });
  });

  test("takes it away with password and code, each asked for", async () => {
    const actor = await somebody();
    const { secret } = await enrolled(actor, current);
    const code = codeOf(secret);
    await expect(removeSecondFactor(actor, { current: "not it", code })).rejects.toMatchObject({
      code: "WRONG_PASSWORD",
    });
    await expect(removeSecondFactor(actor, { current, code: "000000" })).rejects.toMatchObject({ code: "WRONG_CODE" });
    await removeSecondFactor(actor, { current, code });
    expect(await findSecondFactor(actor)).toEqual({ state: "none" });
    expect(await said("second_factor.remove")).toBe(`${actor.person.name} took away their second factor`);
    await expect(removeSecondFactor(actor, { current, code })).rejects.toMatchObject({ code: "WRONG_CODE" });
  });

  test("takes it away with a recovery code too, and has new ones of which those before are none", async () => {
    const actor = await somebody();
    const { codes } = await enrolled(actor, current);
    const newer = await renewRecoveryCodes(actor, { current, code: codes[0]! });
    expect(newer).toHaveLength(10);
    expect(await findSecondFactor(actor)).toMatchObject({ codesLeft: 10 });
    expect(await said("recovery_codes.renew")).toMatch(/ (made|used) a recovery code$/);
    for (const code of [codes[0]!, codes[1]!]) {
      await expect(removeSecondFactor(actor, { current, code })).rejects.toMatchObject({ code: "WRONG_CODE" });
    }
    await removeSecondFactor(actor, { current, code: newer[3]! });
    expect(await findSecondFactor(actor)).toEqual({ state: "none" });
  });

  test("adds an account of an issuer with a code as well, of which none is asked there", async () => {
    const actor = await somebody();
    const { secret } = await enrolled(actor, current);
    const account = { issuer: "https://issuer.example.gov.uk", subject: actor.person.id, current };
    for (const code of [undefined, "", "000000"]) {
      await expect(addOpenIdLink(actor, { ...account, code })).rejects.toMatchObject({ code: "WRONG_CODE" });
    }
    const code = codeOf(secret);
    await addOpenIdLink(actor, { ...account, code });
    await expect(removeSecondFactor(actor, { current, code })).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringMatching(/^This code was used already/),
    });
  });

  test("has five tries in a quarter of an hour, whatever they know beside", async () => {
    const actor = await somebody();
    const { secret, codes } = await enrolled(actor, current);
    for (let n = 0; n < 5; n++) {
      await expect(removeSecondFactor(actor, { current, code: "000000" })).rejects.toMatchObject({
        code: "WRONG_CODE",
      });
    }
    await expect(removeSecondFactor(actor, { current, code: codeOf(secret) })).rejects.toMatchObject({
      code: "TOO_MANY",
      message: expect.stringMatching(/^There were too many codes. Try again in 1[45] minutes.$/),
    });
    // Nobody who uses the tries up keeps them from a recovery code.
    await removeSecondFactor(actor, { current, code: codes[0]! });
  });
});

test("who has no password has no second factor beside it", async () => {
  const actor = world.actors.lead;
  expect(await findSecondFactor(actor)).toEqual({ state: "no password" });
  await expect(enrolSecondFactor(actor, { current })).rejects.toMatchObject({ code: "WRONG_PASSWORD" });
});

describe("a performance officer", () => {
  const reason = "A phone was lost.";

  test("resets the second factor of somebody, who is told by a notice and a mail", async () => {
    const actor = await somebody();
    await enrolled(actor, current);
    await resetSecondFactor(officer, { person: actor.person.id, reason });
    expect(await findSecondFactor(actor)).toEqual({ state: "none" });
    expect(await startSession(actor.person.id, origin)).toMatch(/^[\w-]{43}$/);
    expect(await said("second_factor.reset")).toBe(
      `${officer.person.name} reset the second factor of ${actor.person.name}. Reason: ${reason}`,
    );
    const { notices } = await listNotices(actor);
    expect(notices.map((notice) => noticeLine(notice, "Europe/London"))).toEqual([
      {
        href: "/account/second-factor",
        reason,
        words: expect.stringMatching(/^Your second factor was reset by The officer, on .*: until you set up another/),
      },
    ]);
    const mails = await database.asOwner("select kind, subject, words from post.mail where person_id = $1", [
      actor.person.id,
    ]);
    expect(mails).toMatchObject([
      { kind: "second factor reset", subject: "The council: your second factor for Candour" },
    ]);
    await expect(resetSecondFactor(officer, { person: actor.person.id, reason })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
  });

  test("resets none of their own, nor does anybody else reset any", async () => {
    const actor = await somebody();
    await enrolled(actor, current);
    for (const who of ["lead", "head", "auditor", "reader"] as const) {
      await expect(resetSecondFactor(world.actors[who], { person: actor.person.id, reason })).rejects.toMatchObject({
        code: "WRONG_ROLE",
      });
    }
    const { person } = officer;
    await enrolled(officer, current);
    await expect(resetSecondFactor(officer, { person: person.id, reason })).rejects.toMatchObject({
      code: "WRONG_SCOPE",
    });
    const bySql = `begin; select audit.begin_person('${officer.token}', 'second_factor.reset', null, null, null, null, null);
      update second_factor set ended_by = '${person.id}' where person_id = '${person.id}' and ended_at is null; commit`;
    await expect(database.asApp(bySql)).rejects.toThrow(/Your own second factor you remove/);
    await database.asApp("rollback");
    expect(await findSecondFactor(officer)).toMatchObject({ state: "confirmed" });
  });

  test("comes by it as nobody: who can sign in is sent no link, after a reset neither", async () => {
    const actor = await somebody();
    await enrolled(actor, current);
    await resetSecondFactor(officer, { person: actor.person.id, reason });
    await expect(renewInvitation(officer, { person: actor.person.id })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
  });
});

test("a command resets one too, which names nobody, and its person is told", async () => {
  const actor = await somebody();
  await enrolled(actor, current);
  const command = operator(database.ownerUrl, "The only officer lost a phone.", world.organisationId);
  const reset = (email: string) => perform(command, "second_factor.reset", (tx) => resetByCommand(tx, command, email));
  expect(await reset(actor.person.email.toUpperCase())).toBe(actor.person.name);
  expect(await findSecondFactor(actor)).toEqual({ state: "none" });
  const { notices } = await listNotices(actor);
  expect(noticeLine(notices[0]!, "Europe/London")).toMatchObject({
    words: expect.stringMatching(/^Your second factor was reset by a command, on /),
    reason: "The only officer lost a phone.",
  });
  await expect(reset(actor.person.email)).rejects.toMatchObject({ code: "WRONG_STATE" });
  await expect(reset("nobody@candour.test")).rejects.toMatchObject({ code: "NOT_FOUND" });
});

describe("what the web's login could try by hand", () => {
  const tries = async (actor: PersonActor, verb: string, statement: string) => {
    const run = database.asApp(
      `begin; select audit.begin_person('${actor.token}', '${verb}', null, null, null, null, null); ${statement}; commit`,
    );
    await run.finally(() => database.asApp("rollback"));
  };

  test("is refused: a code again, a factor confirmed without one, one that is ended under another name", async () => {
    const actor = await somebody();
    await enrolSecondFactor(actor, { current });
    const { id } = actor.person;
    await expect(
      tries(actor, "second_factor.confirm", `update second_factor set confirmed_at = now() where person_id = '${id}'`),
    ).rejects.toThrow(/confirmed by a code/);
    await confirmSecondFactor(actor, { code: codeOf(await secretOf(id)) });
    await expect(
      tries(actor, "recovery_codes.renew", `update second_factor set last_step = last_step where person_id = '${id}'`),
    ).resolves.toBeUndefined();
    await expect(
      tries(
        actor,
        "recovery_codes.renew",
        `update second_factor set last_step = last_step - 1 where person_id = '${id}'`,
      ),
    ).rejects.toThrow(/used already/);
    await expect(
      tries(actor, "second_factor.enrol", `update second_factor set ended_by = '${id}' where person_id = '${id}'`),
    ).rejects.toThrow(/already/);
    const other = await somebody();
    await expect(
      tries(
        other,
        "second_factor.remove",
        `update second_factor set ended_by = '${other.person.id}' where person_id = '${id}'`,
      ),
    ).rejects.toThrow(/does not write this/);
  });
});
