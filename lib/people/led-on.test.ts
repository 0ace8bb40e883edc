import { randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { paths } from "#lib/paths";
import { revokeRoleAction } from "#lib/people/actions";
import { grantRole } from "#lib/people/grant-role";
import { listRolesOf } from "#lib/people/list-roles-of";
import { endSignInRuleAction } from "#lib/people/sign-in-rules/actions";
import { endSignInRule } from "#lib/people/sign-in-rules/end-sign-in-rule";
import { makeSignInRule } from "#lib/people/sign-in-rules/make-sign-in-rule";
import { addDays, dayIn } from "#lib/rules/day";
import { browseAs, formOf } from "#lib/testing/browser";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

vi.mock("next/headers", async () => (await import("#lib/testing/browser")).browserHeaders);

const database = useDatabase();
let world: World;
let neighbour: World;

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
});

test("a role to come that is given an end is not said to be withdrawn, until it is", async () => {
  const { officer } = world.actors;
  const [today, person] = [dayIn(officer.organisation.timeZone, new Date()), world.people.head];
  await grantRole(officer, { person, roles: [{ role: "auditor", teamId: null }], fromDay: addDays(today, 3) });
  const { toCome } = await listRolesOf(officer, person);
  await browseAs(officer.token);
  const revoked = (until: string) =>
    revokeRoleAction(
      null,
      formOf({ grant: toCome[0]!.id, reason: "They changed posts.", until, request: randomUUID() }),
    );
  const next = (done: "revoked to come" | "not granted") => ({
    ok: true,
    value: { next: paths.person(person, { done }) },
  });
  expect(await revoked(addDays(today, 9))).toEqual(next("revoked to come"));
  expect(await revoked("")).toEqual(next("not granted"));
});

test("who ends a rule that another ended meanwhile is led on to hear so, and who ends none is not", async () => {
  vi.stubEnv("CANDOUR_OPENID_ISSUER", "https://issuer.example/");
  vi.stubEnv("CANDOUR_OPENID_CLIENT_ID", "candour");
  vi.stubEnv("CANDOUR_OPENID_CLIENT_SECRET", "a secret of the client");
  const { officer } = world.actors;
  const { id } = (await makeSignInRule(officer, {
    domain: "example.gov.uk",
    group: "Social care",
    becomes: { role: "reader", teamId: null },
  }))!;
  await endSignInRule(officer, { rule: id });
  const form = () => formOf({ rule: id, request: randomUUID() });
  const next = paths.signInRules({ done: "ended before" });
  await browseAs(officer.token, { hasScript: false });
  await expect(endSignInRuleAction(null, form())).rejects.toMatchObject({ digest: expect.stringContaining(next) });
  await browseAs(officer.token);
  expect(await endSignInRuleAction(null, form())).toEqual({ ok: true, value: { next } });
  await browseAs(neighbour.actors.officer.token);
  expect(await endSignInRuleAction(null, form())).toMatchObject({ ok: false, code: "NOT_FOUND" });
});
