import { NextRequest } from "next/server";
import type { AuthOptions } from "next-auth";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { checkPassword } from "#lib/access/check-password";
import { cookieNames } from "#lib/access/cookie-names";
import { findActor } from "#lib/access/find-actor";
import { knownBrowser } from "#lib/access/known-browser";
import { seal } from "#lib/access/sealed";
import { startSession } from "#lib/access/start-session";
import { enterRefused } from "#lib/access/throttle";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { askReset } from "#lib/people/ask-reset";
import { changePassword } from "#lib/people/change-password";
import { disablePerson } from "#lib/people/disable-person";
import { followReset } from "#lib/people/follow-reset";
import { listRefusedSignIns } from "#lib/people/refused-sign-ins";
import { removeSecondFactor } from "#lib/people/second-factor/remove-second-factor";
import { answerSignIn } from "#lib/sign-in/answer-sign-in";
import { type PasswordShown, readPasswordShown } from "#lib/sign-in/password-shown-cookie";
import { signInByCode } from "#lib/sign-in/sign-in-by-code";
import { codeOf, enrolled } from "#lib/testing/enrolled";
import { givePassword } from "#lib/testing/give-password";
import { makeWorld, type World } from "#lib/testing/world";

vi.mock("node:timers/promises", () => ({ setTimeout: async () => undefined }));

// next-auth asks Next for a request's cookies, and there is no Next here: what it asks of us in turn.
vi.mock("next-auth", () => ({
  default: async (request: Request, _context: unknown, options: AuthOptions) => {
    const typed = Object.fromEntries(new URLSearchParams(await request.text()));
    const user = await authorizeOf(options)(typed);
    if (user) await options.callbacks!.jwt!({ user, token: {}, account: null });
    return new Response(null, { status: 302, headers: { Location: `${site}/` } });
  },
}));

type Authorize = (typed: Record<string, string>) => Promise<{ id: string } | null>;
const authorizeOf = ({ providers }: AuthOptions) =>
  (providers[0] as unknown as { options: { authorize: Authorize } }).options.authorize;

const database = useDatabase();
const site = "https://candour.example.gov.uk";
const password = "a horse and a battery";
const origin = { address: "192.0.2.9", agent: "test" };
let world: World;

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_URL", site);
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests");
  vi.stubEnv("CANDOUR_SMTP_URL", "smtp://127.0.0.1:9");
  vi.stubEnv("CANDOUR_MAIL_FROM", "candour@council.test");
  world = await makeWorld(database);
}, 60_000);
beforeEach(async () => {
  await database.asOwner("delete from limits");
});

let number = 0;
/** Somebody who has a second factor. */
async function somebody() {
  const email = `coded.${(number += 1)}@candour.test`;
  await givePassword(database.ownerUrl, email, password);
  const [{ id } = {}] = await database.asOwner("select id::text from person where email = $1", [email]);
  const personId = String(id);
  const actor = (await findActor(await startSession(personId, origin), origin))!;
  return { email, personId, actor, ...(await enrolled(actor, password)) };
}

/** A browser that sends the sign-in page's form, and what it keeps of the answer. */
async function sendPassword(email: string, typed = password) {
  const body = new URLSearchParams({ email, password: typed, callbackUrl: "/history" }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const request = new NextRequest(`${site}/api/auth/callback/credentials`, { method: "POST", body, headers });
  const answer = await answerSignIn(request, { params: Promise.resolve({ nextauth: ["callback", "credentials"] }) });
  const kept = new Map(
    answer.headers.getSetCookie().map((each) => each.split(";")[0]!.split("=", 2) as [string, string]),
  );
  const jar = { get: (name: string) => (kept.get(name) ? { value: decodeURIComponent(kept.get(name)!) } : undefined) };
  return { jar, shown: await readPasswordShown(jar), to: answer.headers.get("location") };
}
const shownBy = async (email: string) => (await sendPassword(email)).shown!;
const send = (shown: PasswordShown, code: string) => signInByCode(shown, code, origin);
const said = async () =>
  (await listEntries(world.actors.auditor, { verb: "session.start" })).groups.map(({ headline }) =>
    sentenceText(headline),
  )[0];
const sessionsOf = async (personId: string) =>
  (await database.asOwner("select method from session where person_id = $1 order by started_at", [personId])).map(
    ({ method }) => method,
  );

describe("a right password of who has a second factor", () => {
  test("begins nothing: it leads to where the code is asked for, and the browser is not remembered", async () => {
    const { email, personId } = await somebody();
    const before = await sessionsOf(personId);
    const { to, jar, shown } = await sendPassword(email);
    expect(to).toBe("/sign-in/code");
    expect(shown).toMatchObject({ personId, returnTo: "/history" });
    expect(jar.get(cookieNames().session)).toBeUndefined();
    expect(knownBrowser(jar, personId)).toBeNull();
    expect(await sessionsOf(personId)).toEqual(before);
  });

  test("signs in with the code of now, which is entered as what it was", async () => {
    const { email, personId, secret, actor } = await somebody();
    const token = await send(await shownBy(email), codeOf(secret));
    expect((await findActor(token!, origin))?.person.id).toBe(personId);
    expect((await sessionsOf(personId)).at(-1)).toBe("code");
    expect(await said()).toBe(`${actor.person.name} signed in with a code of their second factor`);
  });

  test("signs in with a recovery code, once", async () => {
    const { email, personId, codes, actor } = await somebody();
    const typed = codes[4]!.replaceAll("-", " ");
    expect(await send(await shownBy(email), ` ${typed} `)).toMatch(/^[\w-]{43}$/);
    expect((await sessionsOf(personId)).at(-1)).toBe("recovery code");
    expect(await said()).toBe(`${actor.person.name} signed in with a recovery code`);
    await expect(send(await shownBy(email), typed)).rejects.toMatchObject({ code: "WRONG_STATE" });
    expect(await send(await shownBy(email), codes[5]!)).toMatch(/^[\w-]{43}$/);
  });

  test("after which no code comes is entered once there is no more time for it, as many as there were", async () => {
    const { email, personId, actor, secret } = await somebody();
    await shownBy(email);
    await shownBy(email);
    const wrong = await shownBy(email);
    await expect(send(wrong, "000000")).rejects.toMatchObject({ code: "WRONG_CODE" });
    const waits = "select count(*)::int as waits from limits where key like 'half:%'";
    await enterRefused();
    expect(await database.asOwner(waits)).toEqual([{ waits: 2 }]);
    expect(await send(wrong, codeOf(secret))).toMatch(/^[\w-]{43}$/);
    expect(await database.asOwner(waits)).toEqual([{ waits: 2 }]);
    await database.asOwner("update limits set expire = 1 where key like 'half:%'");
    await enterRefused();
    expect(await database.asOwner(waits)).toEqual([{ waits: 0 }]);
    expect(await said()).toBe(
      `${actor.person.name} was refused sign-in (right password, but no code after it), 2 times`,
    );
    const [refused] = await listRefusedSignIns(actor);
    expect(refused).toMatchObject({ attempts: 2, code: "NO_CODE" });
    expect(personId).toBe(actor.person.id);
  });

  test("without one signs in nobody: the database begins no session by it, whoever asks", async () => {
    const { personId } = await somebody();
    await expect(startSession(personId, origin)).rejects.toThrow(/signs in with a second factor/);
    await expect(startSession(personId, origin, "code")).rejects.toThrow(/used already/);
    await expect(startSession(personId, origin, "code", { step: 1 })).rejects.toThrow(/used already/);
    const other = await somebody();
    const [{ id } = {}] = await database.asOwner("select id::text from recovery_code where person_id = $1 limit 1", [
      other.personId,
    ]);
    await expect(startSession(personId, origin, "recovery code", { recovery: String(id) })).rejects.toThrow(
      /used already/,
    );
  });
});

describe("a code", () => {
  test("is refused used again, as is one older than the newest used, and each is told and entered", async () => {
    const { email, secret, actor } = await somebody();
    const code = codeOf(secret);
    await send(await shownBy(email), code);
    for (const used of [code, codeOf(secret, -1)]) {
      await expect(send(await shownBy(email), used)).rejects.toMatchObject({
        fields: { code: expect.stringMatching(/^This code was used already/) },
      });
    }
    await expect(send(await shownBy(email), "000000")).rejects.toMatchObject({ code: "WRONG_CODE" });
    const codes = (await listRefusedSignIns(actor)).map(({ code: why }) => why);
    expect(codes.toSorted()).toEqual(["USED_CODE", "WRONG_CODE"]);
  });

  test("of two who send the same at the same moment signs in one", async () => {
    for (const which of ["app", "sheet"] as const) {
      const { email, personId, secret, codes } = await somebody();
      const code = which === "app" ? codeOf(secret) : codes[0]!;
      const begun = await Promise.all([shownBy(email), shownBy(email), shownBy(email)]);
      const before = (await sessionsOf(personId)).length;
      const all = await Promise.allSettled(begun.map((shown) => send(shown, code)));
      expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await sessionsOf(personId)).toHaveLength(before + 1);
      const [refused] = all.filter((one) => one.status === "rejected");
      expect(refused?.reason).toMatchObject({ code: "WRONG_STATE" });
    }
  });

  test("in digits that are not ASCII, or of another length, is refused and costs no try", async () => {
    const { email, secret } = await somebody();
    const shown = await shownBy(email);
    const code = codeOf(secret);
    const arabic = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
    for (const typed of [arabic, "", "12345", "1234567", "abcdef", "\0"]) {
      for (let n = 0; n < 3; n++) await expect(send(shown, typed)).rejects.toMatchObject({ code: "WRONG_CODE" });
    }
    expect(await send(shown, `${code.slice(0, 3)} ${code.slice(3)}`)).toMatch(/^[\w-]{43}$/);
  });

  test("has five tries in a quarter of an hour, however often the password is typed again", async () => {
    const { email, secret } = await somebody();
    for (let n = 0; n < 5; n++) {
      await expect(send(await shownBy(email), "000000")).rejects.toMatchObject({ code: "WRONG_CODE" });
    }
    await expect(send(await shownBy(email), codeOf(secret))).rejects.toMatchObject({
      code: "TOO_MANY",
      fields: { code: expect.stringMatching(/^There were too many codes. Try again in 1[45] minutes.$/) },
    });
  });

  test("and twenty in a day; a right one gives back what was tried for its quarter of an hour", async () => {
    const { email, secret, codes } = await somebody();
    for (let round = 0; round < 5; round++) {
      for (let n = 0; n < 4; n++) await expect(send(await shownBy(email), "000000")).rejects.toThrow(/not the code/);
      if (round < 4) await send(await shownBy(email), codes[round]!);
      await database.asOwner("delete from limits where key not like 'codeDay:%'");
    }
    await expect(send(await shownBy(email), codeOf(secret))).rejects.toMatchObject({
      code: "TOO_MANY",
      message: expect.stringMatching(/Try again in 14\d\d minutes/),
    });
  });

  test("gives the password's try back, which a right password alone does not", async () => {
    const { email, secret } = await somebody();
    const counted = async () =>
      (await database.asOwner("select count(*)::int as n from limits where key like 'pair:%'"))[0]?.n;
    const shown = await shownBy(email);
    expect(await counted()).toBe(1);
    await send(shown, codeOf(secret));
    expect(await counted()).toBe(0);
  });
});

describe("what was shown of a password holds no more", () => {
  test("once the password was changed, the factor taken away or the person disabled", async () => {
    const changed = await somebody();
    const first = await shownBy(changed.email);
    const other = "quite other words again";
    await changePassword(changed.actor, { current: password, password: other, again: other });
    expect(await send(first, codeOf(changed.secret))).toBeNull();

    const removed = await somebody();
    const second = await shownBy(removed.email);
    await removeSecondFactor(removed.actor, { current: password, code: removed.codes[0]! });
    expect(await send(second, codeOf(removed.secret))).toBeNull();

    const disabled = await somebody();
    const third = await shownBy(disabled.email);
    await disablePerson(world.actors.officer, { person: disabled.personId, reason: "They left." });
    expect(await send(third, codeOf(disabled.secret))).toBeNull();
  });

  test("nor as anything else that we sealed, or somebody made up", async () => {
    const given = { personId: world.people.officer, changedAt: new Date().toISOString(), way: [], returnTo: "/" };
    for (const value of [
      await seal("OpenID sign-in", given, 60),
      await seal("password shown", given, -60),
      "made up",
    ]) {
      const jar = { get: (name: string) => (name === cookieNames().passwordShown ? { value } : undefined) };
      expect(await readPasswordShown(jar)).toBeNull();
    }
  });
});

test("a new password by a mailed link, and by a new invitation, asks for the code as the old one did", async () => {
  const { email, personId, secret } = await somebody();
  await askReset({ email }, origin);
  const [mail] = await database.asOwner("select words from post.mail where person_id = $1 and kind = 'new password'", [
    personId,
  ]);
  const token = /\/new-password\/(\S+)$/m.exec(String(mail?.words))![1]!;
  const other = "quite other words again";
  await followReset({ token, password: other, again: other }, origin);
  expect((await sendPassword(email)).to).toMatch(/error=WRONG/);
  expect((await sendPassword(email, other)).to).toBe("/sign-in/code");
  await expect(startSession(personId, origin)).rejects.toThrow(/second factor/);

  await givePassword(database.ownerUrl, email, "words of a third kind");
  const third = await sendPassword(email, "words of a third kind");
  expect(third.to).toBe("/sign-in/code");
  expect(await send(third.shown!, codeOf(secret))).toMatch(/^[\w-]{43}$/);
});

test("a secret that cannot be opened any more lets nobody by, and a recovery code still does", async () => {
  const { email, secret, codes } = await somebody();
  vi.stubEnv("NEXTAUTH_SECRET", "another secret of the tests");
  await expect(send(await shownBy(email), codeOf(secret))).rejects.toMatchObject({
    code: "WRONG_STATE",
    fields: { code: expect.stringMatching(/can no longer read/) },
  });
  expect(await send(await shownBy(email), codes[0]!)).toMatch(/^[\w-]{43}$/);
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests");
});

test("who confirms a factor while their password signs in elsewhere leaves no session behind", async () => {
  const email = `coded.${(number += 1)}@candour.test`;
  await givePassword(database.ownerUrl, email, password);
  const [{ id } = {}] = await database.asOwner("select id::text from person where email = $1", [email]);
  const actor = (await findActor(await startSession(String(id), origin), origin))!;
  const [, ...began] = await Promise.allSettled([
    enrolled(actor, password),
    ...Array.from({ length: 8 }, () => startSession(String(id), origin)),
  ]);
  await expect(startSession(String(id), origin)).rejects.toThrow(/second factor/);
  for (const one of began) if (one.status === "fulfilled") expect(await findActor(one.value, origin)).toBeNull();
  expect((await checkPassword({ email, password }, origin)).ok).toBe(true);
});
