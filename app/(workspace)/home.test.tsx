import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test, vi } from "vitest";
import { menuOf } from "#components/shell/menu";
import { useDatabase } from "#db/testing/use-database";
import { findActor } from "#lib/access/find-actor";
import { listNotices } from "#lib/notices/list-notices";
import { addDays, dayIn } from "#lib/rules/day";
import { dateName } from "#lib/rules/moment";
import { browseAs } from "#lib/testing/browser";
import { listStatements } from "#lib/testing/count-statements";
import { inMonths } from "#lib/testing/months";
import { makeWorld, type World } from "#lib/testing/world";
import HomePage from "./page";

vi.mock("next/headers", async () => (await import("#lib/testing/browser")).browserHeaders);

const database = useDatabase();
const origin = { address: null, agent: null };
const day = addDays(dayIn("Europe/London", new Date()), 4);
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
  await inMonths(() => world, database).publish("officer", "2013-11", "They were before Candour.");
});

const changed = (change: string) =>
  database.asOwner(`do $$ begin perform audit.begin_operator('test'); ${change}; end $$`);
const revoked = () =>
  changed(`update role_grant set revoked_at = now() where person_id = '${world.people.reader}' and revoked_at is null`);
const granted = (from: string, until: string) =>
  changed(`insert into role_grant (organisation_id, person_id, role, from_day, to_day)
    values ('${world.organisationId}', '${world.people.reader}', 'reader', ${from}, ${until})`);

async function home() {
  await browseAs(world.actors.reader.token);
  let drawn = "";
  const statements = await listStatements(async () => {
    drawn = renderToStaticMarkup(await HomePage());
  });
  return { said: drawn.replaceAll(/<[^>]*>/g, " "), statements };
}
const actor = async () => (await findActor(world.actors.reader.token, origin))!;

test("a reader sees what was published, and is told of it", async () => {
  expect((await home()).said).toContain("2.3");
  expect((await listNotices(await actor())).notices).toMatchObject([{ kind: "published" }]);
});

test.each([
  ["was revoked", async () => undefined, "Ask your performance officer."],
  ["ended yesterday", async () => granted("current_date - 9", "current_date - 2"), "Ask your performance officer."],
  ["is to begin", async () => granted(`'${day}'`, "null"), `Reader begins on ${dateName(day)}.`],
])("who holds no role, which %s, sees no grade and no notice of a scorecard", async (_, grant, words) => {
  await revoked();
  await grant();
  const { roles } = await actor();
  expect(roles).toEqual([]);
  const { said, statements } = await home();
  expect(statements).toHaveLength(2);
  expect(statements.every(({ isPrepared }) => isPrepared)).toBe(true);
  expect(said).toContain("You hold no role today");
  expect(said).toContain(words);
  expect(said).not.toMatch(/\d\.\d/);
  expect((await listNotices(await actor())).notices).toEqual([]);
});

test("the menu leads who holds no role nowhere that asks for one, and counts nothing", () => {
  expect(menuOf([], false)).toEqual([
    ["Home", "/"],
    ["Notices", "/notices"],
  ]);
  expect(menuOf(["reader"], false)).toEqual([
    ["Home", "/"],
    ["Scorecards", "/scorecards"],
    ["Notices", "/notices", "new"],
  ]);
});
