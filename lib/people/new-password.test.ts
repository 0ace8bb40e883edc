import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { checkPassword } from "#lib/access/check-password";
import { findActor } from "#lib/access/find-actor";
import { startSession } from "#lib/access/start-session";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { listNotices } from "#lib/notices/list-notices";
import { noticeLine } from "#lib/notices/notice-line";
import { acceptInvitation } from "#lib/people/accept-invitation";
import { askReset } from "#lib/people/ask-reset";
import { changePassword } from "#lib/people/change-password";
import { disablePerson } from "#lib/people/disable-person";
import { enablePerson } from "#lib/people/enable-person";
import { findReset } from "#lib/people/find-reset";
import { followReset } from "#lib/people/follow-reset";
import { invitePeople } from "#lib/people/invite-people";
import { resetWords } from "#lib/rules/reset-words";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const origin = { address: "10.1.2.3", agent: "test" };
const [first, second] = ["words that are many", "quite other words"];
let world: World;

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_URL", "https://candour.example.gov.uk");
  vi.stubEnv("CANDOUR_SMTP_URL", "smtp://127.0.0.1:9");
  vi.stubEnv("CANDOUR_MAIL_FROM", "candour@council.test");
  world = await makeWorld(database);
});
afterAll(() => vi.unstubAllEnvs());
beforeEach(async () => {
  await database.asOwner("delete from limits");
});

let number = 0;
/** Somebody who has set a password. */
async function somebody(password: string | null = first) {
  const email = `forgets.${(number += 1)}@council.test`;
  const people = [
    { email, name: `Forgets ${number}`, roles: [{ role: "reader" as const, teamId: null }], problem: null },
  ];
  const [{ done } = { done: null }] = await invitePeople(world.actors.officer, people);
  if (password) await acceptInvitation({ token: done!.token!, password, again: password }, origin);
  return { email, personId: done!.personId };
}
const waiting = async (personId: string, kind = "new password") =>
  (await database.asOwner(
    "select subject, words from post.mail where person_id = $1 and kind = $2 and words is not null",
    [personId, kind],
  )) as { subject: string; words: string }[];
async function ask({ email, personId }: { email: string; personId: string }): Promise<string> {
  await askReset({ email }, origin);
  return /\/new-password\/(\S+)$/m.exec((await waiting(personId))[0]?.words ?? "")?.[1] ?? "";
}
const use = (token: string, password = second) => followReset({ token, password, again: password }, origin);
const signsIn = async (email: string, password: string) => (await checkPassword({ email, password }, origin)).ok;
const about = { reason: "They left." };

describe("somebody who no longer knows their password", () => {
  test("sets another by a link that went to their address, which ends their sessions, and are told", async () => {
    const who = await somebody();
    const session = await startSession(who.personId, origin);
    const token = await ask(who);
    expect(token).toMatch(/^[\w-]{43}$/);
    const [{ subject, words }] = (await waiting(who.personId)) as [{ subject: string; words: string }];
    expect(subject).toBe("The council: a new password for Candour");
    expect(words).toContain(`https://candour.example.gov.uk/new-password/${token}\n`);
    expect(await findReset(token)).toMatchObject({ email: who.email, state: "open" });
    expect(await use(token)).toBe(who.personId);
    expect([await signsIn(who.email, first), await signsIn(who.email, second)]).toEqual([false, true]);
    expect(await findActor(session, origin)).toBeNull();
    const [told] = await waiting(who.personId, "password set");
    expect(told!.words).toMatch(/A new password of yours was set by the link/);
    expect(told!.words).not.toContain(token);
    expect(await database.asOwner("select kind from notice where person_id = $1", [who.personId])).toEqual([
      { kind: "password set" },
    ]);
  });

  test("is in the trail, with who used the link and not who asked, and without the link", async () => {
    const who = await somebody();
    const token = await ask(who);
    await use(token);
    const entries = await database.withWords(
      await database.asOwner(
        "select e.* from audit.entry e where e.verb like 'reset.%' and (e.person = $1 or e.after ->> 'person_id' = $2) order by e.position",
        [who.personId, who.personId],
      ),
    );
    expect(
      entries.map(({ verb, table_name, person }) => [verb, table_name, person === null ? "nobody" : "they"].join(" ")),
    ).toEqual(["reset.ask password_reset nobody", "reset.follow password_reset they", "reset.follow credential they"]);
    expect(JSON.stringify(entries)).not.toContain(token);
    expect(JSON.stringify(entries)).not.toContain("token_hash");
    const said = async (verb: string) =>
      (await listEntries(world.actors.auditor, { verb })).groups.map(({ headline }) => sentenceText(headline))[0];
    const { name } = (await findReset(token))!;
    expect(await said("reset.ask")).toBe(`Somebody unknown asked that ${name} be sent a link for a new password`);
    expect(await said("reset.follow")).toBe(`${name} set a new password by the link that was sent to their address`);
    const notices = await listNotices((await findActor(await startSession(who.personId, origin), origin))!);
    expect(notices.notices.map((notice) => noticeLine(notice, "Europe/London"))).toEqual([
      { href: "/account", reason: null, words: expect.stringMatching(/^A new password of yours was set by a link/) },
    ]);
  });

  test("is answered as anybody is of whom there is no account, is none any more, or no password yet", async () => {
    const invited = await somebody(null);
    const disabled = await somebody();
    await disablePerson(world.actors.officer, { person: disabled.personId, ...about });
    const before = (await database.asOwner("select count(*)::int as n from audit.entry"))[0];
    for (const email of [invited.email, disabled.email, "nobody@council.test", "not an address", "\0"]) {
      const begun = Date.now();
      expect(await askReset({ email }, origin)).toBeUndefined();
      expect(Date.now() - begun).toBeGreaterThan(590);
    }
    expect((await database.asOwner("select count(*)::int as n from audit.entry"))[0]).toEqual(before);
    expect(await waiting(invited.personId)).toEqual([]);
  });

  test("is refused after five tries from one network, and so is who has no account; others are not", async () => {
    const who = await somebody();
    for (const email of [who.email, "nobody.else@council.test"]) {
      await Promise.all([1, 2, 3, 4, 5].map(() => askReset({ email }, origin)));
      await expect(askReset({ email }, origin)).rejects.toMatchObject({
        code: "TOO_MANY",
        message: expect.stringMatching(/^There were too many tries. Try again in 1[45] minutes.$/),
      });
      await askReset({ email }, { ...origin, address: "10.9.9.9" });
    }
  });

  test("is refused a poor password, and keeps the link", async () => {
    const token = await ask(await somebody());
    await expect(use(token, "short")).rejects.toMatchObject({ code: "INVALID" });
    expect(await findReset(token)).toMatchObject({ state: "open" });
  });
});

describe("a link", () => {
  const refused = async (token: string, state: keyof typeof resetWords) => {
    await expect(use(token)).rejects.toMatchObject({ message: resetWords[state] });
    expect((await findReset(token))?.state ?? "unknown").toBe(state);
  };

  test("works once, also of two who try at the same moment", async () => {
    const token = await ask(await somebody());
    const both = await Promise.allSettled([use(token), use(token)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await refused(token, "used");
  });

  test("works for an hour", async () => {
    const { personId } = await somebody();
    const token = "y".repeat(43);
    await database.asOwner(`do $$ begin perform audit.begin_operator('an hour ago');
      insert into password_reset (person_id, token_hash, asked_at, expires_at, person_version)
      values ('${personId}', access.token_hash('${token}'), now() - interval '1 hour', now(), 1); end $$`);
    await refused(token, "late");
  });

  test("ends by a newer one, a change of the password, and by being kept out, for good", async () => {
    const who = await somebody();
    const old = await ask(who);
    const newer = await ask(who);
    await refused(old, "replaced");
    expect(await findReset(newer)).toMatchObject({ state: "open" });
    const session = await startSession(who.personId, origin);
    await changePassword((await findActor(session, origin))!, {
      current: first,
      password: "words of a third kind",
      again: "words of a third kind",
    });
    await refused(newer, "ended");
    const last = await ask(who);
    await disablePerson(world.actors.officer, { person: who.personId, ...about });
    await refused(last, "disabled");
    await enablePerson(world.actors.officer, { person: who.personId });
    await refused(last, "ended");
  });

  test("that nobody sent is none", async () => {
    for (const token of ["", "made up", "x".repeat(43), "\0"]) await refused(token, "unknown");
  });

  test("is not sent any more once it works no longer", async () => {
    const who = await somebody();
    await ask(who);
    await disablePerson(world.actors.officer, { person: who.personId, ...about });
    await database.asOwner("select post.sweep()");
    expect(await waiting(who.personId)).toEqual([]);
  });
});

test("where there is no mail nobody is asked for", async () => {
  vi.stubEnv("CANDOUR_MAIL_FROM", "");
  await expect(askReset({ email: "x@council.test" }, origin)).rejects.toMatchObject({ code: "NOT_FOUND" });
  vi.stubEnv("CANDOUR_MAIL_FROM", "candour@council.test");
});

test("the web's login asks for no link, uses none, and sees no digest of one", async () => {
  for (const door of [
    "access.ask_reset(null, 'x', 's', 'w', null, null)",
    "access.follow_reset('x', 'h', 's', 'w', null, null)",
    "access.find_reset('x')",
    "access.find_forgetful('x')",
  ]) {
    await expect(database.asApp(`select ${door}`)).rejects.toThrow(/permission denied/);
  }
  await expect(database.asApp("select token_hash from password_reset")).rejects.toThrow(/permission denied/);
});
