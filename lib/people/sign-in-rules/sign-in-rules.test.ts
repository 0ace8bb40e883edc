import { beforeAll, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { endSignInRule } from "#lib/people/sign-in-rules/end-sign-in-rule";
import { type MakeSignInRule, MakeSignInRuleInput } from "#lib/people/sign-in-rules/inputs";
import { listSignInRules } from "#lib/people/sign-in-rules/list-sign-in-rules";
import { makeSignInRule } from "#lib/people/sign-in-rules/make-sign-in-rule";
import { bySql } from "#lib/testing/by-sql";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const written = bySql(database, () => world);
let world: World;
let neighbour: World;

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
});

const setIssuer = (issuer: string) => {
  vi.stubEnv("CANDOUR_OPENID_ISSUER", issuer);
  vi.stubEnv("CANDOUR_OPENID_CLIENT_ID", issuer && "candour");
  vi.stubEnv("CANDOUR_OPENID_CLIENT_SECRET", issuer && "a secret of the client");
};
const given = (more: Partial<MakeSignInRule> = {}): MakeSignInRule => ({
  domain: "example.gov.uk",
  group: "Social care",
  becomes: { role: "team lead", teamId: world.teams.assessment },
  ...more,
});
const newestSaid = async () => sentenceText((await listEntries(world.actors.auditor, {}, null, 1)).groups[0]!.headline);

describe("a sign-in rule", () => {
  test("is made and ended by the officer, once each, as the history says", async () => {
    setIssuer("https://issuer.example/");
    const { id } = (await makeSignInRule(world.actors.officer, given()))!;
    expect(await newestSaid()).toBe(
      "The officer made the sign-in rule for @example.gov.uk, group Social care: who signs in so at https://issuer.example becomes team lead of Assessment",
    );
    await expect(makeSignInRule(world.actors.officer, given())).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await listSignInRules(world.actors.officer)).live).toMatchObject([{ id, madeBy: "The officer", came: 0 }]);
    expect(await listSignInRules(neighbour.actors.officer)).toEqual({ live: [], ended: [] });
    await expect(endSignInRule(neighbour.actors.officer, { rule: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await endSignInRule(world.actors.officer, { rule: id });
    expect(await newestSaid()).toMatch(
      /^The officer ended the sign-in rule for @example\.gov\.uk, group Social care: /,
    );
    await expect(endSignInRule(world.actors.officer, { rule: id })).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringMatching(/^The officer ended this rule already, on \d/),
    });
    await makeSignInRule(world.actors.officer, given());
  });

  test("is made by nobody else, for no team of others, and by nobody without an issuer", async () => {
    for (const who of ["lead", "head", "auditor", "reader"] as const) {
      await expect(makeSignInRule(world.actors[who], given()), who).rejects.toMatchObject({ code: "WRONG_ROLE" });
    }
    const theirs = given({ becomes: { role: "team lead", teamId: neighbour.teams.assessment } });
    await expect(makeSignInRule(world.actors.officer, theirs)).rejects.toMatchObject({ code: "NOT_FOUND" });
    setIssuer("");
    await expect(makeSignInRule(world.actors.officer, given())).rejects.toMatchObject({ code: "WRONG_STATE" });
  });

  test("makes no officer nor auditor, holds to its domain and its place, and never changes, by SQL either", async () => {
    const insert = (values: string, organisation = world.organisationId) =>
      written(
        "asApp",
        "officer",
        "sign_in_rule.make",
        `insert into sign_in_rule (organisation_id, issuer, made_by, domain, role, team_id)
         values ('${organisation}', 'https://issuer.example', '${world.people.officer}', ${values})`,
      );
    for (const role of ["performance officer", "auditor"]) {
      await expect(insert(`'a.example', '${role}', null`)).rejects.toThrow("rule_makes_no_officer_nor_auditor");
    }
    await expect(insert(`'a.example', 'reader', null`, neighbour.organisationId)).rejects.toThrow(
      "another organisation",
    );
    await expect(insert(`'a.example', 'reader', '${world.teams.assessment}'`)).rejects.toThrow("rule_with_team");
    await expect(insert(`'a.example', 'team lead', null`)).rejects.toThrow("rule_with_team");
    await expect(insert(`'a.example', 'team lead', '${neighbour.teams.assessment}'`)).rejects.toThrow(
      "rule_for_a_team",
    );
    for (const domain of ["example", "Example.gov.uk", ".gov.uk", "ex\u0430mple.gov.uk", "a..b", "%.gov.uk"]) {
      await expect(insert(`'${domain}', 'reader', null`), domain).rejects.toThrow("rule_of_a_domain");
    }
    await insert("'a.example', 'reader', null");
    await expect(
      written("asApp", "officer", "sign_in_rule.end", "update sign_in_rule set domain = 'b.example'"),
    ).rejects.toThrow("permission denied");
    await expect(
      written("asOwner", "officer", "sign_in_rule.end", "update sign_in_rule set domain = 'b.example'"),
    ).rejects.toThrow("does not write this");
  });

  test("is no way for a person to grant a role in its name, nor does the way in let them", async () => {
    const { live } = await listSignInRules(world.actors.officer);
    const grant = (by: string) =>
      `insert into role_grant (organisation_id, person_id, role, rule_id, granted_by)
       values ('${world.organisationId}', '${world.people.reader}', 'reader', '${live[0]!.id}', ${by})`;
    for (const by of ["null", `'${world.people.officer}'`]) {
      await expect(written("asApp", "officer", "role.grant", grant(by)), by).rejects.toThrow("does not write this");
    }
    await expect(
      database.asApp("select access.come_by_rule('https://issuer.example', 'x', 'a@a.example', 'A', '{}', null, null)"),
    ).rejects.toThrow("permission denied");
  });
});

describe("what is typed of a rule", () => {
  const read = (typed: Record<string, string>) =>
    MakeSignInRuleInput.safeParse({ domain: "example.gov.uk", becomes: "role.reader", ...typed });

  test.each([
    ["example.gov.uk", "example.gov.uk"],
    [" @Example.GOV.uk ", "example.gov.uk"],
    ["xn--80ak6aa92e.com", "xn--80ak6aa92e.com"],
  ])("is a domain: %s", (typed, domain) => {
    expect(read({ domain: typed }).data?.domain).toBe(domain);
  });

  test.each([
    "",
    "example",
    "a@example.gov.uk",
    "*.gov.uk",
    "example.gov.uk.",
    "ex\u0430mple.gov.uk",
    "\u212Aent.gov.uk",
    "a b.uk",
    "-a.uk",
  ])("is none: %s", (domain) => {
    expect(read({ domain }).error?.issues).toMatchObject([{ path: ["domain"] }]);
  });

  test("is a group letter by letter, or none", () => {
    expect(read({ group: " Social  Care " }).data?.group).toBe("Social  Care");
    expect(read({ group: "  " }).data?.group).toBeNull();
    expect(read({ group: "x".repeat(201) }).success).toBe(false);
  });

  test("is a role that a rule may give", () => {
    for (const becomes of ["", "role.auditor", "role.performance officer", "role.team lead", "role.mayor", "reader"]) {
      expect(read({ becomes }).error?.issues, becomes).toMatchObject([{ path: ["becomes"] }]);
    }
    const team = world.teams.workforce;
    expect(read({ becomes: `role.team lead.${team}` }).data?.becomes).toEqual({ role: "team lead", teamId: team });
  });
});
