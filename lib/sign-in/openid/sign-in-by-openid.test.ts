import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { operator, type PersonActor } from "#lib/access/actor";
import { checkPassword } from "#lib/access/check-password";
import { cookieNames } from "#lib/access/cookie-names";
import { findActor } from "#lib/access/find-actor";
import { sessionToken } from "#lib/access/session-token";
import { startSession } from "#lib/access/start-session";
import { allowed } from "#lib/access/throttle";
import { perform } from "#lib/audit/perform";
import { addOpenIdLink } from "#lib/people/add-openid-link";
import { disablePerson } from "#lib/people/disable-person";
import { enablePerson } from "#lib/people/enable-person";
import { endOpenIdLink } from "#lib/people/end-openid-link";
import { getInvitation } from "#lib/people/get-invitation";
import { getWaysIn } from "#lib/people/get-ways-in";
import { invitePerson } from "#lib/people/invite-person";
import { renewInvitation } from "#lib/people/renew-invitation";
import { addDays, dayIn } from "#lib/rules/day";
import { readAdding } from "#lib/sign-in/openid/adding-cookie";
import { givePassword } from "#lib/testing/give-password";
import { openBrowser } from "#lib/testing/openid/openid-browser";
import { startIssuer } from "#lib/testing/openid/start-issuer";
import { makeWorld, type World } from "#lib/testing/world";

vi.mock("node:timers/promises", () => ({ setTimeout: async () => undefined }));

// There is no Next here to ask who is signed in.
let signedIn: PersonActor | null = null;
vi.mock("#lib/access/session", () => ({ currentActor: async () => signedIn }));

const database = useDatabase();
const password = "a horse and a battery";
const origin = { address: "192.0.2.7", agent: "test" };
const client = {
  clientId: "candour",
  clientSecret: "a secret of the client",
  redirectUri: "http://localhost:3000/sign-in/with/openid/callback",
};
let world: World;
let issuer: Awaited<ReturnType<typeof startIssuer>>;

beforeAll(async () => {
  process.env.NEXTAUTH_URL = "http://localhost:3000";
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  world = await makeWorld(database);
  issuer = await startIssuer(client);
  await givePassword(database.ownerUrl, "lead@candour.test", password);
}, 60_000);
afterAll(async () => issuer.close());

beforeEach(async () => {
  signedIn = null;
  vi.stubEnv("CANDOUR_TRUST_PROXY", "");
  vi.stubEnv("CANDOUR_OPENID_ISSUER", issuer.issuer);
  vi.stubEnv("CANDOUR_OPENID_CLIENT_ID", client.clientId);
  vi.stubEnv("CANDOUR_OPENID_CLIENT_SECRET", client.clientSecret);
  await database.asOwner("delete from limits");
});

async function invite(email: string): Promise<string> {
  const made = await perform(operator(database.ownerUrl, "a test"), "person.invite", (tx) =>
    invitePerson(tx, { email, role: "reader", newLink: true }),
  );
  return made.token!;
}

const idOf = async (email: string) =>
  (await database.asOwner("select id::text from person where email = $1", [email]))[0]!.id as string;

/** What the trail says of the newest sign-in that was refused: why, and whose it was. */
const newestRefused = async () =>
  (
    await database.asOwner(
      `select a.code, e.person::text from audit.entry e join audit.action a on a.id = e.action
       where e.verb = 'session.start' and e.operation = 'refused' order by e.position desc limit 1`,
    )
  )[0];

/** Somebody who accepted an invitation with an account. */
async function linked(subject: string, email = `${subject}@elsewhere.example`) {
  const browser = openBrowser();
  expect(await browser.signInAs(subject, `?invitation=${await invite(email)}`)).toBe("/");
  return { browser, personId: await idOf(email) };
}

async function actorOf(who: keyof World["people"]): Promise<PersonActor> {
  const actor = await findActor(await startSession(world.people[who], origin), origin);
  if (!actor) throw new Error("no session");
  return actor;
}

async function personIn(jar: Map<string, string>) {
  const get = (name: string) => (jar.has(name) ? { value: jar.get(name)! } : undefined);
  const token = await sessionToken({ get });
  return token ? (await findActor(token, origin))?.person.id : undefined;
}

test("without an issuer its addresses are not there", async () => {
  vi.stubEnv("CANDOUR_OPENID_ISSUER", "");
  vi.stubEnv("CANDOUR_OPENID_CLIENT_ID", "");
  vi.stubEnv("CANDOUR_OPENID_CLIENT_SECRET", "");
  const browser = openBrowser();
  expect((await browser.begin()).status).toBe(404);
  expect((await browser.comeBack("?code=a&state=b")).status).toBe(404);
});

describe("accepting an invitation with an account", () => {
  test("links it, signs in, and signs in from then on, as the trail tells", async () => {
    const { browser, personId } = await linked("nadia");
    expect(await personIn(browser.jar)).toBe(personId);
    const entered = await database.asOwner(
      `select verb, table_name, operation, after ->> 'subject' as subject, after ->> 'method' as method from audit.entry
       where person = $1 and operation <> 'refused' order by position`,
      [personId],
    );
    expect(entered).toMatchObject([
      { verb: "invitation.accept", table_name: "invitation", operation: "changed" },
      { verb: "invitation.accept", table_name: "openid_link", operation: "created", subject: "nadia" },
      { verb: "session.start", table_name: "session", operation: "created", method: "openid" },
    ]);
    const other = openBrowser();
    expect(await other.signInAs("nadia", "?callbackUrl=%2Fscorecards")).toBe("/scorecards");
    expect(await personIn(other.jar)).toBe(personId);
    expect(other.jar.get(cookieNames().browser)).toBeDefined();
    expect(other.jar.get(cookieNames().openId)).toBeUndefined();
  });

  test("works once, and not once its week is over", async () => {
    const token = await invite("once@elsewhere.example");
    expect(await openBrowser().signInAs("once", `?invitation=${token}`)).toBe("/");
    expect(await openBrowser().signInAs("twice", `?invitation=${token}`)).toBe("/sign-in?error=INVITATION_OVER");
    expect(await openBrowser().signInAs("twice", "?invitation=made-up")).toBe("/sign-in?error=INVITATION_OVER");
    expect(await openBrowser().signInAs("twice")).toBe("/sign-in?error=NOT_LINKED");
  });

  test("before the role begins says from when on they can sign in, and is no refusal; a sign-in before then is one", async () => {
    const token = await invite("early@elsewhere.example");
    const personId = await idOf("early@elsewhere.example");
    const day = addDays(dayIn("Europe/London", new Date()), 4);
    await database.asOwner(
      `do $$ begin perform audit.begin_operator('later'); update role_grant set revoked_at = now() where person_id = '${personId}';
       insert into role_grant (organisation_id, person_id, role, from_day) values ('${world.organisationId}', '${personId}', 'reader', '${day}'); end $$`,
    );
    const before = await newestRefused();
    expect(await openBrowser().signInAs("early", `?invitation=${token}`)).toBe(`/sign-in?done=accepted-${day}`);
    expect(await newestRefused()).toEqual(before);
    const browser = openBrowser();
    expect(await browser.signInAs("early")).toBe(`/sign-in?done=begins-${day}`);
    expect(await personIn(browser.jar)).toBeUndefined();
    expect(await newestRefused()).toEqual({ code: "NO_ROLE", person: personId });
  });

  test("with an account that is somebody's already is refused, and keeps the invitation", async () => {
    await linked("owned");
    const token = await invite("other@elsewhere.example");
    expect(await openBrowser().signInAs("owned", `?invitation=${token}`)).toBe("/sign-in?error=LINKED_OTHERWISE");
    expect(await newestRefused()).toEqual({ code: "LINKED_OTHERWISE", person: await idOf("other@elsewhere.example") });
    expect(await openBrowser().signInAs("another", `?invitation=${token}`)).toBe("/");
  });

  test("is not for who has a password, which they set anew", async () => {
    const token = await invite("lead@candour.test");
    expect(await openBrowser().signInAs("intruder", `?invitation=${token}`)).toBe("/sign-in?error=INVITATION_OVER");
    expect(await openBrowser().signInAs("intruder")).toBe("/sign-in?error=NOT_LINKED");
  });

  test("ends that an officer can make another link, by which somebody could come as them", async () => {
    const { personId } = await linked("safe");
    expect(await getInvitation(world.actors.officer, personId)).toMatchObject({ canSignIn: true });
    await expect(renewInvitation(world.actors.officer, { person: personId })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
    await expect(
      database.asOwner(
        `do $$ begin perform audit.begin_person('${world.actors.officer.token}', 'invitation.renew', null, null, null, null, null);
         insert into invitation (person_id, token_hash, invited_by, expires_at) values ('${personId}', 'a', '${world.people.officer}', now() + interval '1 day'); end $$`,
      ),
    ).rejects.toThrow("is sent no link");
  });
});

describe("somebody signed in", () => {
  test("adds an account with their password, signs in with it, and takes it away", async () => {
    signedIn = await actorOf("lead");
    const here = openBrowser();
    expect(await here.signInAs("the-lead", "?add=yes")).toBe("/account?done=shown#without-password");
    expect(await openBrowser().signInAs("the-lead")).toBe("/sign-in?error=NOT_LINKED");
    const get = (name: string) => (here.jar.has(name) ? { value: here.jar.get(name)! } : undefined);
    const adding = (await readAdding({ get }, signedIn.sessionId))!;
    expect(adding).toMatchObject({ subject: "the-lead", called: "the-lead@council.example" });
    expect(await readAdding({ get }, "another session")).toBeNull();
    await expect(addOpenIdLink(signedIn, { ...adding, current: "wrong" })).rejects.toMatchObject({
      code: "WRONG_PASSWORD",
    });
    await addOpenIdLink(signedIn, { ...adding, current: password });
    expect(await getWaysIn(signedIn)).toMatchObject({ hasPassword: true, linked: { issuer: issuer.issuer } });
    const elsewhere = openBrowser();
    expect(await elsewhere.signInAs("the-lead")).toBe("/");
    expect(await personIn(elsewhere.jar)).toBe(world.people.lead);
    expect(await checkPassword({ email: "lead@candour.test", password }, origin)).toMatchObject({ ok: true });

    await endOpenIdLink(signedIn);
    expect(await personIn(elsewhere.jar)).toBeUndefined();
    expect(await openBrowser().signInAs("the-lead")).toBe("/sign-in?error=NOT_LINKED");
    await expect(endOpenIdLink(signedIn)).rejects.toMatchObject({ code: "WRONG_STATE" });
    const said = await database.asOwner(
      "select verb, operation from audit.entry where verb like 'openid_link.%' and table_name is not distinct from case operation when 'refused' then null else 'openid_link' end order by position",
    );
    expect(said.map(({ verb, operation }) => [verb, operation].join(" "))).toEqual([
      "openid_link.add refused",
      "openid_link.add created",
      "openid_link.end changed",
      "openid_link.end refused",
    ]);
  });

  test("adds none that is somebody's, and no second one", async () => {
    await linked("theirs");
    signedIn = await actorOf("lead");
    const add = (subject: string) => addOpenIdLink(signedIn!, { issuer: issuer.issuer, subject, current: password });
    await expect(add("theirs")).rejects.toMatchObject({ code: "WRONG_STATE" });
    await add("mine");
    await expect(add("mine too")).rejects.toMatchObject({ code: "WRONG_STATE" });
    await endOpenIdLink(signedIn);
  });

  test("keeps the only way by which they sign in", async () => {
    const { browser } = await linked("only");
    const get = (name: string) => (browser.jar.has(name) ? { value: browser.jar.get(name)! } : undefined);
    const only = (await findActor((await sessionToken({ get }))!, origin))!;
    expect(await getWaysIn(only)).toMatchObject({ hasPassword: false, linked: { issuer: issuer.issuer } });
    await expect(endOpenIdLink(only)).rejects.toMatchObject({ code: "WRONG_STATE" });
    expect(await openBrowser().signInAs("only")).toBe("/");
  });

  test("adds nothing in a session that is not the one that asked", async () => {
    signedIn = await actorOf("lead");
    const browser = openBrowser();
    const begun = (await browser.begin("?add=yes")).headers.get("location")!;
    expect(begun).toContain("prompt=login");
    signedIn = await actorOf("head");
    const answer = await browser.comeBack(await browser.showTheIssuer(begun, "the-lead"));
    expect(answer.headers.get("location")).toBe("/account?error=NOT_BEGUN_HERE");
    expect(browser.jar.get(cookieNames().openIdAdding)).toBeUndefined();
  });

  test("is who alone can begin to add one", async () => {
    expect((await openBrowser().begin("?add=yes")).headers.get("location")).toBe("/sign-in?callbackUrl=%2Faccount");
  });
});

test("nobody links another person's account by writing to the table", async () => {
  const lead = await actorOf("lead");
  const write = (person: string, by: string) =>
    database.asApp(
      `do $$ begin perform audit.begin_person('${lead.token}', 'openid_link.add', null, null, null, null, null);
       insert into openid_link (person_id, issuer, subject, linked_by) values ('${person}', 'https://issuer.example', 'x', '${by}'); end $$`,
    );
  await expect(write(world.people.head, world.people.lead)).rejects.toThrow("does not write this");
  await expect(write(world.people.lead, world.people.head)).rejects.toThrow("names somebody other");
  await expect(
    database.asApp(
      `do $$ begin perform audit.begin_person('${lead.token}', 'session.end', null, null, null, null, null);
       insert into openid_link (person_id, issuer, subject, linked_by) values ('${world.people.lead}', 'https://issuer.example', 'x', '${world.people.lead}'); end $$`,
    ),
  ).rejects.toThrow("does not write this");
});

describe("is refused in words, and entered", () => {
  test("an account that is nobody's, though its e-mail address is somebody's", async () => {
    expect(await openBrowser().signInAs("lead")).toBe("/sign-in?error=NOT_LINKED");
    expect(await newestRefused()).toEqual({ code: "NOT_LINKED", person: null });
  });

  test("somebody disabled, until they are enabled", async () => {
    const { personId } = await linked("leaving");
    await disablePerson(world.actors.officer, { person: personId, reason: "They left." });
    expect(await openBrowser().signInAs("leaving")).toBe("/sign-in?error=DISABLED");
    expect(await newestRefused()).toEqual({ code: "DISABLED", person: personId });
    await enablePerson(world.actors.officer, { person: personId });
    expect(await openBrowser().signInAs("leaving")).toBe("/");
  });

  test("somebody without a role", async () => {
    const { personId } = await linked("roleless");
    await database.asOwner(
      `do $$ begin perform audit.begin_operator('no more'); update role_grant set revoked_at = now() where person_id = '${personId}'; end $$`,
    );
    expect(await openBrowser().signInAs("roleless")).toBe("/sign-in?error=NO_ROLE");
    expect(await newestRefused()).toEqual({ code: "NO_ROLE", person: personId });
  });

  test("whom the issuer refuses", async () => {
    expect(await openBrowser().signInAs("nobody")).toBe("/sign-in?error=ISSUER_REFUSED");
    expect(await newestRefused()).toEqual({ code: "ISSUER_REFUSED", person: null });
  });

  test("a state that is missing, another's or another browser's", async () => {
    await linked("stately");
    const [browser, other] = [openBrowser(), openBrowser()];
    const begun = (await browser.begin()).headers.get("location")!;
    const search = await browser.showTheIssuer(begun, "stately");
    expect((await other.comeBack(search)).headers.get("location")).toBe("/sign-in?error=NOT_BEGUN_HERE");
    expect(await newestRefused()).toEqual({ code: "NOT_BEGUN_HERE", person: null });
    const kept = new Map(browser.jar);
    for (const wrong of [search.replace(/state=[^&]+/, "state=made-up"), search.replace(/&?state=[^&]+/, ""), ""]) {
      for (const [name, value] of kept) browser.jar.set(name, value);
      expect((await browser.comeBack(wrong)).headers.get("location")).toBe("/sign-in?error=NOT_BEGUN_HERE");
    }
  });

  test("a code that was used, in the same browser and with its cookie kept", async () => {
    await linked("again");
    const browser = openBrowser();
    const begun = (await browser.begin()).headers.get("location")!;
    const kept = new Map(browser.jar);
    const search = await browser.showTheIssuer(begun, "again");
    expect((await browser.comeBack(search)).headers.get("location")).toBe("/");
    expect((await browser.comeBack(search)).headers.get("location")).toBe("/sign-in?error=NOT_BEGUN_HERE");
    for (const [name, value] of kept) browser.jar.set(name, value);
    expect((await browser.comeBack(search)).headers.get("location")).toBe("/sign-in?error=ISSUER_REFUSED");
  });

  test("while the issuer cannot be reached, at either end, and the password still works", async () => {
    await linked("cut-off");
    const other = await startIssuer(client);
    vi.stubEnv("CANDOUR_OPENID_ISSUER", other.issuer);
    const browser = openBrowser();
    const begun = (await browser.begin()).headers.get("location")!;
    const search = await browser.showTheIssuer(begun, "cut-off");
    await other.close();
    expect((await browser.comeBack(search)).headers.get("location")).toBe("/sign-in?error=ISSUER_UNREACHABLE");
    vi.stubEnv("CANDOUR_OPENID_CLIENT_ID", "asked anew");
    expect(await openBrowser().signInAs("cut-off")).toBe("/sign-in?error=ISSUER_UNREACHABLE");
    expect(await newestRefused()).toEqual({ code: "ISSUER_UNREACHABLE", person: null });
    expect(await checkPassword({ email: "lead@candour.test", password }, origin)).toMatchObject({ ok: true });
  });

  test("a wrong secret of ours", async () => {
    vi.stubEnv("CANDOUR_OPENID_CLIENT_SECRET", "another");
    expect(await openBrowser().signInAs("anybody")).toBe("/sign-in?error=ISSUER_UNREACHABLE");
  });

  test("too many from one network, which keeps no other out", async () => {
    vi.stubEnv("CANDOUR_TRUST_PROXY", "1");
    const from = async (address: string) => {
      const { answerOpenId } = await import("#lib/sign-in/openid/answer");
      const { NextRequest } = await import("next/server");
      const headers = { "x-forwarded-for": address };
      const asked = "http://localhost:3000/sign-in/with/openid/callback?code=a&state=b";
      return (await answerOpenId(new NextRequest(asked, { headers }))).headers.get("location");
    };
    for (let n = 0; n < allowed.answers.most; n++) await from("192.0.2.1");
    expect(await from("192.0.2.1")).toBe("/sign-in?error=TOO_MANY");
    expect(await from("198.51.100.1")).toBe("/sign-in?error=NOT_BEGUN_HERE");
    const refused = await database.asOwner(
      "select count(*)::int as n from audit.action where code = 'NOT_BEGUN_HERE' and address like '%192.0.2.1%'",
    );
    expect(refused[0]!.n).toBeLessThanOrEqual(2);
  });
});

describe("where people are led", () => {
  test("afterwards is a place of ours, whatever the address says", async () => {
    await linked("wanderer");
    for (const to of [
      "https://elsewhere.example/",
      "//elsewhere.example",
      "/\\elsewhere.example",
      "javascript:alert(1)",
      "/sign-in/with/openid?add=yes",
      "/api/auth/signin",
    ]) {
      expect(await openBrowser().signInAs("wanderer", `?callbackUrl=${encodeURIComponent(to)}`), to).toBe("/");
    }
  });

  test("from another site is our own sign-in page, and never the issuer", async () => {
    for (const site of ["cross-site", "same-site"]) {
      const answer = await openBrowser().begin("", { "sec-fetch-site": site });
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in"]);
    }
  });

  test("with PKCE, a state and a nonce, and cookies that no script reads", async () => {
    const answer = await openBrowser().begin();
    const asked = new URL(answer.headers.get("location")!).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: "code",
      scope: "openid email profile groups",
      code_challenge_method: "S256",
      redirect_uri: client.redirectUri,
    });
    for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name)?.length).toBeGreaterThan(40);
    const cookie = answer.headers.get("set-cookie")!;
    expect(cookie).toMatch(/Max-Age=600.*HttpOnly; SameSite=lax/i);
    for (const name of ["state", "nonce"]) expect(cookie).not.toContain(asked.get(name)!);
  });
});
