import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { operator } from "#lib/access/actor";
import { cookieNames } from "#lib/access/cookie-names";
import { perform } from "#lib/audit/perform";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { listNotices } from "#lib/notices/list-notices";
import { noticeLine } from "#lib/notices/notice-line";
import { disablePerson } from "#lib/people/disable-person";
import { invitePerson } from "#lib/people/invite-person";
import { listRolesOf } from "#lib/people/list-roles-of";
import { revokeRole } from "#lib/people/revoke-role";
import { endSignInRule } from "#lib/people/sign-in-rules/end-sign-in-rule";
import type { MakeSignInRule } from "#lib/people/sign-in-rules/inputs";
import { listSignInRules } from "#lib/people/sign-in-rules/list-sign-in-rules";
import { makeSignInRule } from "#lib/people/sign-in-rules/make-sign-in-rule";
import { comeByRule } from "#lib/sign-in/openid/come-by-rule";
import { bySql } from "#lib/testing/by-sql";
import { openBrowser } from "#lib/testing/openid/openid-browser";
import { startFalseIssuer } from "#lib/testing/openid/start-false-issuer";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

vi.mock("#lib/access/session", () => ({ currentActor: async () => null }));

const database = useDatabase();
let world: World;
let neighbour: World;
let issuer: Awaited<ReturnType<typeof startFalseIssuer>>;
const written = bySql(database, () => world);
const [clientId, clientSecret] = ["candour", "a secret of the client, as long as one"];
const reader = { role: "reader", teamId: null } as const;
type Claims = Record<string, unknown>;

beforeAll(async () => {
  process.env.NEXTAUTH_URL = "http://localhost:3000";
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  issuer = await startFalseIssuer(clientId);
  vi.stubEnv("CANDOUR_OPENID_ISSUER", issuer.issuer);
  vi.stubEnv("CANDOUR_OPENID_CLIENT_ID", clientId);
  vi.stubEnv("CANDOUR_OPENID_CLIENT_SECRET", clientSecret);
});
afterAll(async () => issuer.close());
beforeEach(async () => {
  await database.asOwner("delete from limits");
});

const rule = (domain: string, given: Partial<MakeSignInRule> = {}, of = world) =>
  makeSignInRule(of.actors.officer, { domain, group: null, becomes: reader, ...given });

/** Somebody's browser comes back from the issuer, which says this of them. Answers where it is led, and whether it is signed in. */
async function come(sub: string, claims: Claims = {}) {
  const browser = openBrowser();
  const begun = new URL((await browser.begin()).headers.get("location")!);
  issuer.says(() => issuer.signed({ ...issuer.good(begun.searchParams.get("nonce")!), sub, ...claims }));
  const answer = await browser.comeBack(`?code=a&state=${begun.searchParams.get("state")}`);
  return [answer.headers.get("location"), browser.jar.has(cookieNames().session)];
}
const verified = (email: string, more: Claims = {}) => ({ email, email_verified: true, ...more });
const signedIn = ["/", true];
const refused = (why: string) => [`/sign-in?error=${why}`, false];

const people = (email: string) =>
  database.asOwner("select id::text, name, email from person where lower(email) = lower($1)", [email]);
const idOf = async (email: string) => String((await people(email))[0]?.id);
async function holds(email: string) {
  const { held } = await listRolesOf(world.actors.officer, await idOf(email));
  return held.map(({ role, team, grantedBy, rule: by }) => [role, team, grantedBy, by?.domain, by?.inGroup]);
}
const newestRefused = async () =>
  (
    await database.asOwner(
      "select code from audit.action where verb = 'session.start' and outcome = 'refused' order by begun_at desc limit 1",
    )
  )[0]?.code;

describe("who comes for the first time", () => {
  test("comes by every rule that is for them, linked, signed in and told of; as the history says", async () => {
    const { assessment } = world.teams;
    await rule("first.gov.uk");
    await rule("first.gov.uk", { group: "Social care", becomes: { role: "team lead", teamId: assessment } });
    await rule("first.gov.uk", { group: "Social care" });
    await rule("first.gov.uk", { group: "Housing", becomes: { role: "head of service", teamId: assessment } });
    const claims = verified("Nadia@First.GOV.uk", { name: "Nadia Khan", groups: ["Social care", 7, "Else"] });
    expect(await come("nadia", claims)).toEqual(signedIn);
    expect(await people("nadia@first.gov.uk")).toMatchObject([{ name: "Nadia Khan", email: "nadia@first.gov.uk" }]);
    expect(await holds("nadia@first.gov.uk")).toEqual([
      ["reader", null, null, "first.gov.uk", null],
      ["team lead", "Assessment", null, "first.gov.uk", "Social care"],
    ]);
    const [group] = (await listEntries(world.actors.auditor, { verb: "sign_in_rule.follow" }, null, 1)).groups;
    expect(sentenceText(group!.headline)).toBe("Nadia Khan came without an invitation, by a sign-in rule");
    const [notice] = (await listNotices(world.actors.officer)).notices;
    const id = await idOf("nadia@first.gov.uk");
    expect(noticeLine(notice!, "Europe/London")).toMatchObject({
      href: `/admin/people/${id}`,
      words: expect.stringMatching(/^Nadia Khan signed in for the first time on .*, by a sign-in rule, and holds/),
    });
    expect((await listNotices(world.actors.auditor)).notices.map(({ kind }) => kind)).not.toContain("came by a rule");
    expect((await listNotices(neighbour.actors.officer)).notices).toEqual([]);
    const { live } = await listSignInRules(world.actors.officer);
    expect(live.map(({ inGroup, came }) => [inGroup, came])).toEqual([
      [null, 1],
      ["Housing", 0],
      ["Social care", 0],
      ["Social care", 1],
    ]);
  });

  test("comes once: later the group that is gone takes nothing, and what was revoked is not given again", async () => {
    await rule("once.gov.uk", { group: "A" });
    await rule("once.gov.uk", { group: "B", becomes: { role: "head of service", teamId: world.teams.workforce } });
    expect(await come("once", verified("once@once.gov.uk", { groups: ["A"] }))).toEqual(signedIn);
    expect(await come("once", verified("once@once.gov.uk", { groups: ["B"] }))).toEqual(signedIn);
    expect(await come("once", { email: "elsewhere@example.com" })).toEqual(signedIn);
    expect(await holds("once@once.gov.uk")).toEqual([["reader", null, null, "once.gov.uk", "A"]]);
    const [held] = (await listRolesOf(world.actors.officer, await idOf("once@once.gov.uk"))).held;
    await revokeRole(world.actors.officer, { grant: held!.id, reason: "Not theirs." });
    expect(await come("once", verified("once@once.gov.uk", { groups: ["A"] }))).toEqual(refused("NO_ROLE"));
  });

  test("of two sign-ins at once is made once, and both are theirs", async () => {
    await rule("race.gov.uk");
    const vouched = { issuer: issuer.issuer, subject: "race", called: "race" };
    const claimed = { email: "race@race.gov.uk", name: "Race", groups: [] };
    const both = await Promise.all(
      [1, 2, 3, 4].map(() => comeByRule(vouched, claimed, { address: null, agent: null })),
    );
    const id = await idOf("race@race.gov.uk");
    expect(both).toEqual(both.map(() => ({ personId: id, isDisabled: false, hasRole: true })));
    // Another account with the same address at the same moment is nobody's.
    const others = { ...claimed, email: "rival@race.gov.uk" };
    const rivals = await Promise.all(
      ["rival one", "rival two"].map((subject) =>
        comeByRule({ ...vouched, subject }, others, { address: null, agent: null }),
      ),
    );
    expect(rivals.map((it) => ("why" in it ? it.why : "came")).toSorted()).toEqual(["KNOWN_ALREADY", "came"]);
    expect(await people("race@race.gov.uk")).toHaveLength(1);
  });

  test("is called by their address, where the issuer says no name that can be shown", async () => {
    await rule("named.gov.uk");
    for (const [sub, name] of [
      ["a", "\u200b"],
      ["b", 7],
      ["c", "x".repeat(201)],
      ["d", undefined],
      ["e", "a\0b"],
    ] as const) {
      expect(await come(`named-${sub}`, verified(`jane.doe+${sub}@named.gov.uk`, { name }))).toEqual(signedIn);
      expect((await people(`jane.doe+${sub}@named.gov.uk`))[0]?.name, sub).toBe("Jane Doe");
    }
  });
});

test.each([true, 1])(
  "who has an address of a domain that Entra ID knows to be its owner's, told by %o, comes",
  async (byOwner) => {
    const domain = `edov-${String(byOwner)}.gov.uk`;
    await rule(domain);
    expect(await come(domain, { email: `nadia@${domain}`, name: "Nadia Khan", xms_edov: byOwner })).toEqual(signedIn);
  },
);

describe("nobody comes by a rule", () => {
  beforeAll(async () => {
    await rule("example.gov.uk");
    await rule("kent.gov.uk");
    await rule("grouped.gov.uk", { group: "Social care" });
  });

  test.each<[string, Claims, string]>([
    [
      "with an address that is not verified",
      { email: "a@example.gov.uk", email_verified: false },
      "EMAIL_NOT_VERIFIED",
    ],
    ["with an address of which nothing is said", { email: "a@example.gov.uk" }, "EMAIL_NOT_VERIFIED"],
    ["with one that is verified in words", { email: "a@example.gov.uk", email_verified: "true" }, "EMAIL_NOT_VERIFIED"],
    ["with one that is verified by a number", { email: "a@example.gov.uk", email_verified: 1 }, "EMAIL_NOT_VERIFIED"],
    [
      "with one that is verified by a list",
      { email: "a@example.gov.uk", email_verified: [true] },
      "EMAIL_NOT_VERIFIED",
    ],
    ["with one that Entra ID does not vouch for", { email: "a@example.gov.uk", xms_edov: false }, "EMAIL_NOT_VERIFIED"],
    [
      "with one that is said not to be verified, whatever else is said",
      { email: "a@example.gov.uk", email_verified: false, xms_edov: true },
      "EMAIL_NOT_VERIFIED",
    ],
    [
      "with a name that looks like one",
      { preferred_username: "a@example.gov.uk", email_verified: true },
      "EMAIL_NOT_VERIFIED",
    ],
    ["with several", verified(["a@example.gov.uk"] as unknown as string), "EMAIL_NOT_VERIFIED"],
    ["of a domain that ends so", verified("a@evil-example.gov.uk"), "NOT_LINKED"],
    ["of a domain that begins so", verified("a@example.gov.uk.evil"), "NOT_LINKED"],
    ["of a domain under it", verified("a@mail.example.gov.uk"), "NOT_LINKED"],
    ["of a domain above it", verified("a@gov.uk"), "NOT_LINKED"],
    ["of the domain with a dot behind it", verified("a@example.gov.uk."), "NOT_LINKED"],
    ["of two domains", verified("a@evil.example@example.gov.uk"), "EMAIL_NOT_VERIFIED"],
    ["of a domain in quotes", verified('"a@evil.example"@example.gov.uk'), "EMAIL_NOT_VERIFIED"],
    ["of a domain with a letter of another script", verified("a@ex\u0430mple.gov.uk"), "EMAIL_NOT_VERIFIED"],
    ["of a domain with the Kelvin sign, which is small a k", verified("a@\u212Aent.gov.uk"), "EMAIL_NOT_VERIFIED"],
    ["with an address in another script", verified("\u212A@kent.gov.uk"), "EMAIL_NOT_VERIFIED"],
    ["with blanks round it", verified(" a@example.gov.uk "), "EMAIL_NOT_VERIFIED"],
    ["with a line behind it", verified("a@example.gov.uk\n"), "EMAIL_NOT_VERIFIED"],
    ["with an address without end", verified(`${"a".repeat(300)}@example.gov.uk`), "EMAIL_NOT_VERIFIED"],
    ["without its group", verified("a@grouped.gov.uk", { groups: [] }), "NOT_LINKED"],
    [
      "with its group in other case",
      verified("a@grouped.gov.uk", { groups: ["social care", "SOCIAL CARE"] }),
      "NOT_LINKED",
    ],
    [
      "with more behind its group",
      verified("a@grouped.gov.uk", { groups: ["Social care ", "Social care\0"] }),
      "NOT_LINKED",
    ],
    ["with groups in one word", verified("a@grouped.gov.uk", { groups: "Social care" }), "NOT_LINKED"],
    [
      "with groups under other names",
      verified("a@grouped.gov.uk", { roles: ["Social care"], groups: { 0: "Social care" } }),
      "NOT_LINKED",
    ],
    [
      "with too many groups to be told",
      verified("a@grouped.gov.uk", { _claim_names: { groups: "src1" } }),
      "GROUPS_NOT_TOLD",
    ],
    [
      "with too many, and some beside them",
      verified("a@grouped.gov.uk", { _claim_names: { groups: "src1" }, groups: ["Social care"] }),
      "GROUPS_NOT_TOLD",
    ],
    ["with too many, said otherwise", verified("a@grouped.gov.uk", { hasgroups: true }), "GROUPS_NOT_TOLD"],
  ])("%s", async (_, claims, why) => {
    const before = await database.asOwner("select count(*)::int as people from person");
    expect(await come("liar", claims)).toEqual(refused(why));
    expect(await database.asOwner("select count(*)::int as people from person")).toEqual(before);
    expect(await newestRefused()).toBe(why);
  });

  test("with too many groups is let in with half of what the rules give", async () => {
    await rule("half.gov.uk");
    const many = verified("a@half.gov.uk", { _claim_names: { groups: "src1" } });
    await rule("half.gov.uk", { group: "G", becomes: { role: "team lead", teamId: world.teams.workforce } });
    expect(await come("half", many)).toEqual(refused("GROUPS_NOT_TOLD"));
  });

  test("with the address of somebody who is here, whatever its letters, disabled or invited", async () => {
    await rule("candour.test");
    expect(await come("stranger", verified("Lead@candour.test"))).toEqual(refused("KNOWN_ALREADY"));
    expect(await newestRefused()).toBe("KNOWN_ALREADY");
    await disablePerson(world.actors.officer, { person: world.people.otherHead, reason: "They left." });
    const [{ email } = {}] = await database.asOwner("select email from person where id = $1", [world.people.otherHead]);
    expect(await come("leaver", verified(String(email)))).toEqual(refused("KNOWN_ALREADY"));
    await perform(operator(database.ownerUrl, "a test", world.organisationId), "person.invite", (tx) =>
      invitePerson(tx, { email: "invited@candour.test", role: "reader" }, world.organisationId),
    );
    expect(await come("invited", verified("invited@candour.test"))).toEqual(refused("KNOWN_ALREADY"));
  });

  test("once they were disabled, or took that account away", async () => {
    await rule("again.gov.uk");
    expect(await come("again", verified("again@again.gov.uk"))).toEqual(signedIn);
    const id = await idOf("again@again.gov.uk");
    await disablePerson(world.actors.officer, { person: id, reason: "They left." });
    expect(await come("again", verified("again@again.gov.uk"))).toEqual(refused("DISABLED"));
    expect(await come("again", verified("another@again.gov.uk"))).toEqual(refused("DISABLED"));
    await database.asOwner(
      `do $$ begin perform audit.begin_operator('a test'); update openid_link set ended_at = now() where person_id = '${id}'; end $$`,
    );
    expect(await come("again", verified("another@again.gov.uk"))).toEqual(refused("KNOWN_ALREADY"));
  });

  test("by one that was ended, one of another issuer, or those of two organisations", async () => {
    const made = await rule("ended.gov.uk");
    await endSignInRule(world.actors.officer, { rule: made!.id });
    expect(await come("late", verified("a@ended.gov.uk"))).toEqual(refused("NOT_LINKED"));
    await written(
      "asApp",
      "officer",
      "sign_in_rule.make",
      `insert into sign_in_rule (organisation_id, issuer, domain, role, made_by)
       values ('${world.organisationId}', 'https://issuer.example', 'other.gov.uk', 'reader', '${world.people.officer}')`,
    );
    expect(await come("other", verified("a@other.gov.uk"))).toEqual(refused("NOT_LINKED"));
    await rule("two.gov.uk");
    await rule("two.gov.uk", { group: "Theirs" }, neighbour);
    expect(await come("two", verified("a@two.gov.uk", { groups: ["Theirs"] }))).toEqual(refused("TWO_ORGANISATIONS"));
    expect(await come("ours", verified("b@two.gov.uk"))).toEqual(signedIn);
  });

  test("while they accept an invitation with that account", async () => {
    await rule("accepting.gov.uk");
    const browser = openBrowser();
    const begun = new URL((await browser.begin("?invitation=made-up")).headers.get("location")!);
    expect(begun.searchParams.get("scope")).toBe("openid");
    issuer.says(() =>
      issuer.signed({ ...issuer.good(begun.searchParams.get("nonce")!), sub: "x", ...verified("x@accepting.gov.uk") }),
    );
    const answer = await browser.comeBack(`?code=a&state=${begun.searchParams.get("state")}`);
    expect(answer.headers.get("location")).toBe("/sign-in?error=INVITATION_OVER");
    expect(await people("x@accepting.gov.uk")).toEqual([]);
  });
});
