import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { getMailStanding } from "#lib/mail/get-mail-standing";
import { findInvitation } from "#lib/people/find-invitation";
import { getInvitation } from "#lib/people/get-invitation";
import { invitePeople, reviewInvited } from "#lib/people/invite-people";
import { renewInvitation } from "#lib/people/renew-invitation";
import { withdrawInvitation } from "#lib/people/withdraw-invitation";
import { linkIn, startMailServer } from "#lib/testing/mail-server";
import { makeWorld, type World } from "#lib/testing/world";
import { readMailSettings } from "#scripts/read-mail-settings";
import { sendMail } from "#scripts/send-mail";

const database = useDatabase();
let world: World;
let server: Awaited<ReturnType<typeof startMailServer>>;
const running: (() => Promise<void>)[] = [];

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_URL", "https://candour.example.gov.uk");
  world = await makeWorld(database);
});
beforeEach(async () => {
  server = await startMailServer();
  vi.stubEnv("CANDOUR_SMTP_URL", server.url);
  vi.stubEnv("CANDOUR_MAIL_FROM", "Candour <candour@council.test>");
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
  await server.stop();
  await database.asOwner("delete from post.mail");
});

const work = () => running.push(sendMail(process.env.DATABASE_SIGN_IN_URL!, readMailSettings(process.env), 20));
const mails = async () =>
  (await database.asOwner("select * from post.mail order by written_at")) as {
    id: string;
    words: string | null;
    tries: number;
    why: string | null;
    sent_at: Date | null;
    given_up_at: Date | null;
  }[];
const until = (isSo: () => Promise<void> | void) => vi.waitFor(isSo, { timeout: 10_000, interval: 20 });
const untilReceived = (n: number) => until(() => expect(server.received).toHaveLength(n));
const again = () => database.asOwner("update post.mail set next_try_at = now()");

let number = 0;
async function invite(name = "Jane Doe") {
  const email = `mailed.${(number += 1)}@council.test`;
  const people = [{ email, name, roles: [{ role: "reader" as const, teamId: null }], problem: null }];
  const [invited] = await invitePeople(world.actors.officer, people);
  return { email, ...invited!.done! };
}
const stateOf = async (id: string) => (await getInvitation(world.actors.officer, id))?.newest?.mail;

describe("an invitation", () => {
  test("is sent to whom it is for, as plain text with a link that works, which is kept nowhere afterwards", async () => {
    const { email, personId, token } = await invite();
    expect((await mails())[0]!.words).toContain(token);
    expect(await getMailStanding(world.actors.officer)).toEqual({ waiting: 1, failing: 0, givenUp: [] });
    work();
    await untilReceived(1);
    const [mail] = server.received;
    expect(mail!.to).toEqual([email]);
    expect(mail!.headings.get("from")).toBe("Candour <candour@council.test>");
    expect(mail!.headings.get("to")).toBe(email);
    expect(mail!.headings.get("subject")).toBe("The council: your invitation to Candour");
    expect(mail!.headings.get("content-type")).toMatch(/^text\/plain/);
    expect(mail!.words).toMatch(/^Jane Doe,\n\nThe council invites you to Candour/);
    expect(linkIn(mail!)).toBe(`https://candour.example.gov.uk/invitation/${token}`);
    expect(await findInvitation(linkIn(mail!).split("/").at(-1)!)).toMatchObject({ state: "open", email });
    await until(async () => expect((await mails())[0]!.sent_at).not.toBeNull());
    const [kept] = await mails();
    expect(mail!.headings.get("message-id")).toBe(`<${kept!.id}@council.test>`);
    expect(JSON.stringify(await mails())).not.toContain(token);
    const trail = await database.withWords(await database.asOwner("select * from audit.entry"));
    expect(JSON.stringify(trail)).not.toContain(token);
    expect(await stateOf(personId)).toEqual({ sentAt: kept!.sent_at, givenUpAt: null, hasFailed: false });
    expect(await getMailStanding(world.actors.officer)).toEqual({ waiting: 0, failing: 0, givenUp: [] });
  });

  test("that is looked at, or made where there is no mail, sends nothing", async () => {
    const people = [
      { email: "l@council.test", name: "L", roles: [{ role: "reader" as const, teamId: null }], problem: null },
    ];
    await reviewInvited(world.actors.officer, people);
    vi.stubEnv("CANDOUR_SMTP_URL", "");
    const { personId } = await invite();
    expect(await mails()).toEqual([]);
    expect(await stateOf(personId)).toBeNull();
  });

  test("made again or withdrawn before it was sent is not sent: only a link that works is", async () => {
    const first = await invite();
    const second = (await renewInvitation(world.actors.officer, { person: first.personId }))!;
    const other = await invite();
    await withdrawInvitation(world.actors.officer, { person: other.personId, reason: "A mistake." });
    work();
    await until(async () => expect((await mails()).map(({ words }) => words)).toEqual([null]));
    expect(server.received.map(linkIn)).toEqual([`https://candour.example.gov.uk/invitation/${second.token}`]);
  });

  test("is one mail, whatever stands in the names", async () => {
    const organisation = { ...world.actors.officer.organisation, name: "Ours\r\nBcc: all@council.test" };
    const { invitationLetter } = await import("#lib/mail/letters");
    const letter = invitationLetter({ organisation: organisation.name, name: "Jané\nDoe" }, "https://x.test/");
    expect(letter.subject).toBe("Ours Bcc: all@council.test: your invitation to Candour");
    const { email } = await invite("Jané “Doe” <b@c.test>, d@e.test");
    work();
    await untilReceived(1);
    expect(server.received[0]!.to).toEqual([email]);
    expect(server.received[0]!.words).toMatch(/^Jané “Doe” <b@c.test>, d@e.test,\n\n/);
    expect([...server.received[0]!.headings.keys()]).not.toContain("bcc");
  });
});

describe("the worker", () => {
  test("and several of it send each mail once", async () => {
    for (let n = 0; n < 12; n++) await invite();
    for (let n = 0; n < 4; n++) work();
    await untilReceived(12);
    await until(async () => expect((await mails()).every(({ sent_at: sent }) => sent)).toBe(true));
    expect(new Set(server.received.map(({ headings }) => headings.get("message-id"))).size).toBe(12);
    expect((await mails()).map(({ tries }) => tries)).toEqual(Array(12).fill(1));
  });

  test("tries again after longer and longer while the server is gone, which harms nothing, and then sends", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    await server.stop();
    const { personId } = await invite();
    work();
    await until(async () => expect((await mails())[0]).toMatchObject({ tries: 1, why: expect.stringMatching(/^E/) }));
    const pause = async () =>
      (await database.asOwner("select extract(epoch from next_try_at - now())::int as s from post.mail"))[0]!
        .s as number;
    expect(await pause()).toBeGreaterThan(50);
    await again();
    await until(async () => expect((await mails())[0]!.tries).toBe(2));
    await until(async () => expect(await pause()).toBeLessThan(125));
    expect(await pause()).toBeGreaterThan(110);
    expect(await stateOf(personId)).toMatchObject({ sentAt: null, hasFailed: true });
    expect(await getMailStanding(world.actors.officer)).toMatchObject({ waiting: 1, failing: 1 });
    expect(vi.mocked(console.error).mock.calls).toHaveLength(1);
    server = await startMailServer(server.port);
    await again();
    await untilReceived(1);
  });

  test("gives up at once what the server does not know, and goes on with the next", async () => {
    const refused = await invite("Not There");
    server.refused.add(refused.email);
    const next = await invite();
    work();
    await untilReceived(1);
    expect(server.received[0]!.to).toEqual([next.email]);
    const kept = (await mails())[0]!;
    expect(kept).toMatchObject({ words: null, why: "550", sent_at: null });
    expect(await stateOf(refused.personId)).toMatchObject({ givenUpAt: kept.given_up_at });
    expect(await getMailStanding(world.actors.officer)).toEqual({
      waiting: 0,
      failing: 0,
      givenUp: [{ id: kept.id, kind: "invitation", personId: refused.personId, name: "Not There" }],
    });
    await renewInvitation(world.actors.officer, { person: refused.personId });
    expect((await getMailStanding(world.actors.officer)).givenUp).toEqual([]);
  });

  test("gives up after two days, also where no server is set up any more", async () => {
    await invite();
    await database.asOwner("update post.mail set tried_until = now()");
    running.push(sendMail(process.env.DATABASE_SIGN_IN_URL!, null));
    await until(async () => expect((await mails())[0]).toMatchObject({ words: null, given_up_at: expect.any(Date) }));
    expect(server.received).toEqual([]);
  });
});

test("the web's login reads no mail, and writes none but of an invitation of the same act", async () => {
  await invite();
  await expect(database.asApp("select words from post.mail")).rejects.toThrow(/permission denied/);
  await expect(database.asApp("select * from post.take()")).rejects.toThrow(/permission denied/);
  const { personId } = await invite();
  const write = (kind: string) =>
    database.asOwner(`do $$ begin perform audit.begin_person('${world.actors.officer.token}', 'person.invite', null, null, null, null, null);
      perform post.write_mail('${world.organisationId}', '${personId}', '${kind}', gen_random_uuid(), 'S', 'W', now()); end $$`);
  for (const kind of ["invitation", "new password"]) await expect(write(kind)).rejects.toThrow(/and nothing else/);
  await expect(
    database.asApp(
      `select post.write_mail('${world.organisationId}', '${personId}', 'invitation', gen_random_uuid(), 'S', 'W', now())`,
    ),
  ).rejects.toThrow(/no author/);
});
