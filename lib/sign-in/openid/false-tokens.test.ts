import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { operator } from "#lib/access/actor";
import { cookieNames } from "#lib/access/cookie-names";
import { perform } from "#lib/audit/perform";
import { invitePerson } from "#lib/people/invite-person";
import { openBrowser } from "#lib/testing/openid/openid-browser";
import { startFalseIssuer } from "#lib/testing/openid/start-false-issuer";
import { makeWorld } from "#lib/testing/world";

vi.mock("#lib/access/session", () => ({ currentActor: async () => null }));

const database = useDatabase();
const [clientId, clientSecret] = ["candour", "a secret of the client, as long as one"];
let issuer: Awaited<ReturnType<typeof startFalseIssuer>>;

/** Somebody's browser comes back from the issuer, which then says of them what a test has it say. */
async function comeBack(saying: (nonce: string) => Promise<string | undefined>, search = "", more = "") {
  const browser = openBrowser();
  const begun = new URL((await browser.begin(search)).headers.get("location")!, "http://localhost:3000");
  if (begun.pathname === "/sign-in") return { browser, to: begun.pathname + begun.search };
  issuer.says(() => saying(begun.searchParams.get("nonce")!));
  const answer = await browser.comeBack(`?code=a&state=${begun.searchParams.get("state")}${more}`);
  expect(answer.status).toBe(303);
  return { browser, to: answer.headers.get("location") };
}

beforeAll(async () => {
  process.env.NEXTAUTH_URL = "http://localhost:3000";
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await makeWorld(database);
  issuer = await startFalseIssuer(clientId);
  vi.stubEnv("CANDOUR_OPENID_ISSUER", issuer.issuer);
  vi.stubEnv("CANDOUR_OPENID_CLIENT_ID", clientId);
  vi.stubEnv("CANDOUR_OPENID_CLIENT_SECRET", clientSecret);
  const { token } = await perform(operator(database.ownerUrl, "a test"), "person.invite", (tx) =>
    invitePerson(tx, { email: "somebody@elsewhere.example", role: "reader", newLink: true }),
  );
  await comeBack((nonce) => issuer.signed(issuer.good(nonce)), `?invitation=${token}`);
});
afterAll(async () => issuer.close());
beforeEach(async () => {
  issuer.callsItself();
  await database.asOwner("delete from limits");
});

test("a token as it should be signs in", async () => {
  const { to, browser } = await comeBack((nonce) => issuer.signed(issuer.good(nonce)));
  expect([to, browser.jar.has(cookieNames().session)]).toEqual(["/", true]);
  expect((await comeBack((nonce) => issuer.signed({ ...issuer.good(nonce), aud: [clientId] }))).to).toBe("/");
});

const without = (claim: string, claims: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(claims).filter(([name]) => name !== claim));

test.each<[string, (nonce: string) => Promise<string | undefined>]>([
  ["of another issuer", (nonce) => issuer.signed({ ...issuer.good(nonce), iss: "https://issuer.example" })],
  ["for somebody else than Candour", (nonce) => issuer.signed({ ...issuer.good(nonce), aud: "another" })],
  [
    "for several, meant for another",
    (nonce) => issuer.signed({ ...issuer.good(nonce), aud: [clientId, "b"], azp: "b" }),
  ],
  ["with another nonce", () => issuer.signed(issuer.good("made up"))],
  ["without a nonce", (nonce) => issuer.signed(without("nonce", issuer.good(nonce)))],
  ["that is over", (nonce) => issuer.signed({ ...issuer.good(nonce), exp: issuer.seconds() - 60 })],
  ["without an end", (nonce) => issuer.signed(without("exp", issuer.good(nonce)))],
  [
    "of the future",
    (nonce) => issuer.signed({ ...issuer.good(nonce), iat: issuer.seconds() + 600, nbf: issuer.seconds() + 600 }),
  ],
  ["of nobody", (nonce) => issuer.signed(without("sub", issuer.good(nonce)))],
  ["of a subject that cannot be kept", (nonce) => issuer.signed({ ...issuer.good(nonce), sub: "some\0body" })],
  ["of a subject without end", (nonce) => issuer.signed({ ...issuer.good(nonce), sub: "x".repeat(256) })],
  ["that is not signed", (nonce) => issuer.unsigned(issuer.good(nonce))],
  ["signed with our own secret", (nonce) => issuer.signedWithSecret(issuer.good(nonce), clientSecret)],
  ["signed with another key", (nonce) => issuer.signedWithAnother(issuer.good(nonce))],
  [
    "signed with a key that the issuer does not have",
    (nonce) => issuer.signedWithAnother(issuer.good(nonce), "another"),
  ],
  [
    "changed since it was signed",
    async (nonce) => {
      const [head, , seal] = (await issuer.signed(issuer.good(nonce))).split(".");
      const [, body] = (await issuer.unsigned({ ...issuer.good(nonce), sub: "somebody" })).split(".");
      return [head, body?.replace(/.$/, "A"), seal].join(".");
    },
  ],
  ["that is none", async () => "not a token"],
  ["that is not there", async () => undefined],
])("a token %s is refused in words, and entered", async (_, saying) => {
  const { to, browser } = await comeBack(saying);
  expect(to).toBe("/sign-in?error=ANSWER_NOT_TRUSTED");
  expect(browser.jar.has(cookieNames().session)).toBe(false);
  const [entered] = await database.asOwner(
    `select a.code, a.kind, e.person from audit.entry e join audit.action a on a.id = e.action
     where e.operation = 'refused' order by e.position desc limit 1`,
  );
  expect(entered).toEqual({ code: "ANSWER_NOT_TRUSTED", kind: "sign-in", person: null });
});

test("an answer that another issuer is said to have sent is refused", async () => {
  const { to } = await comeBack((nonce) => issuer.signed(issuer.good(nonce)), "", "&iss=https%3A%2F%2Fissuer.example");
  expect(to).toBe("/sign-in?error=ANSWER_NOT_TRUSTED");
});

test("an issuer that answers nothing readable is one that cannot be reached", async () => {
  const browser = openBrowser();
  const begun = new URL((await browser.begin()).headers.get("location")!);
  issuer.breaks();
  const answer = await browser.comeBack(`?code=a&state=${begun.searchParams.get("state")}`);
  expect(answer.headers.get("location")).toBe("/sign-in?error=ISSUER_UNREACHABLE");
});

test("an issuer that calls itself another is not asked", async () => {
  issuer.callsItself("https://login.example/{tenantid}/v2.0");
  vi.stubEnv("CANDOUR_OPENID_CLIENT_ID", "asked anew");
  expect((await comeBack((nonce) => issuer.signed(issuer.good(nonce)))).to).toBe("/sign-in?error=ISSUER_UNREACHABLE");
});
