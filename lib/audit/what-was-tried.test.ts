import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { recordActual } from "#lib/actuals/record-actual";
import { approveComment } from "#lib/commentary/approve-comment";
import { historyCsv } from "#lib/history/history-csv";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { newestPosition } from "#lib/history/stream-entries";
import { grantRole } from "#lib/people/grant-role";
import { nothingTyped } from "#lib/rules/actual";
import { allOf } from "#lib/testing/all-of";
import { commented } from "#lib/testing/commented";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let neighbour: World;
const { record, submit } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  await record("2.3", "66");
});

const newest = async () => {
  const { groups } = await listEntries(world.actors.auditor, { outcome: "refused" });
  return sentenceText(groups[0]!.headline);
};
const give = (typed: Partial<typeof nothingTyped>, who: keyof World["actors"] = "lead") =>
  recordActual(world.actors[who], {
    indicatorId: world.indicators["2.3"],
    month: "2013-12",
    seen: 0,
    typed: { ...nothingTyped, because: "recounted", ...typed },
  }).catch(() => undefined);

test("a refusal names the figure that was given, the figure that was approved, and the role", async () => {
  await give({ value: " 67 " });
  const tried = "The lead was refused: record 2.3 for December 2013 as 67. It had changed since they opened it";
  expect(await newest()).toBe(tried);
  await give({ missing: "x" });
  expect(await newest()).toContain("for December 2013 as not available. ");
  await give({ numerator: "4", denominator: "5" }, "head");
  expect(await newest()).toBe(
    "The head was refused: record 2.3 for December 2013 as 4 of 5. Their role does not allow it",
  );
  const { revisionId } = (await submit("lead", "2.3", "Words."))!;
  const seen = { version: 1, figure: "65", missing: null, grade: 3 };
  await approveComment(world.actors.head, { revisionId, seen }).catch(() => undefined);
  expect(await newest()).toBe(
    "The head was refused: approve the comment on 2.3, December 2013 for 65. It had changed since they opened it",
  );
  const roles = [{ role: "auditor" as const, teamId: null }];
  await grantRole(world.actors.officer, { person: world.people.officer, roles }).catch(() => undefined);
  expect(await newest()).toBe(
    "The officer was refused: grant a role (auditor, The officer). Nobody does this to themselves, nor to who is of another organisation",
  );
  const lines = await allOf(historyCsv(world.actors.auditor, { outcome: "refused" }, await newestPosition()));
  expect(lines.join("")).toContain(tried);
});

test("it keeps nothing that somebody wrote, and names nobody of another council", async () => {
  await give({ value: "Anna’s figure is 67" }, "head");
  expect(await newest()).toBe("The head was refused: record 2.3 for December 2013. Their role does not allow it");
  const roles = [{ role: "auditor" as const, teamId: null }];
  await grantRole(world.actors.officer, { person: neighbour.people.lead, roles }).catch(() => undefined);
  expect(await newest()).toMatch(/^The officer was refused: grant a role \(auditor\)/);
  const [entry] = await database.asOwner(
    "select after from audit.entry where verb = 'role.grant' order by position desc limit 1",
  );
  expect(entry).toEqual({ after: { role: "auditor" } });
});

test("by SQL it is a few short words", async () => {
  const refuse = (tried: string) =>
    database.asApp(
      `select audit.refuse('${world.actors.lead.token}', 'actual.record', 'CONFLICT', null, null, null, null, null, null, ${tried})`,
    );
  for (const tried of ["jsonb_build_object('x', repeat('x', 1001))", `'"a text"'`, `'{"x": {"y": 1}}'`, "'[]'"]) {
    await expect(refuse(tried), tried).rejects.toMatchObject({ detail: "INVALID" });
  }
});
