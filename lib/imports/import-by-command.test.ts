import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { operator } from "#lib/access/actor";
import { answerImport } from "#lib/imports/answer-import";
import { commitImport } from "#lib/imports/commit-import";
import { readImport } from "#lib/imports/read-import";
import { makeWorld, type World } from "#lib/testing/world";

const file = { name: "scorecard.txt", bytes: readFileSync("db/first-scorecard/scorecard.txt") };
const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

test("a command imports through the operator's door, in nobody's name", async () => {
  const command = operator(database.ownerUrl, "a test", world.organisationId);
  const { id } = await readImport(command, file);
  await answerImport(command, { importId: id, answers: { "section 1 team": "Assessment" } });
  expect(await commitImport(command, { importId: id })).toBe("childrens-services-improvement-scorecard");
  const actions = await database.asOwner(
    `select kind, person, verb, w.body as reason from audit.action join audit.words w on w.digest = reason
     where import = $1 order by begun_at`,
    [id],
  );
  const by = { kind: "operator", person: null, reason: "a test" };
  expect(actions).toEqual([
    { verb: "import.read", ...by },
    { verb: "import.answer", ...by },
    { verb: "import.commit", ...by },
  ]);
  const [committed] = await database.asOwner("select read_by, committed_by, committed_at from import where id = $1", [
    id,
  ]);
  expect(committed).toMatchObject({ read_by: null, committed_by: null, committed_at: expect.any(Date) });
});
