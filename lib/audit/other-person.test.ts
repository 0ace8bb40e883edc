import { randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { recordActualAction } from "#lib/actuals/actions";
import { writeCommentAction } from "#lib/commentary/actions";
import { changePasswordAction } from "#lib/people/actions";
import { recordReturnAction } from "#lib/returns/actions";
import { rowKey } from "#lib/rules/return-row";
import { browseAs, formOf } from "#lib/testing/browser";
import { makeWorld, type World } from "#lib/testing/world";

vi.mock("next/headers", async () => (await import("#lib/testing/browser")).browserHeaders);

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

const entered = async () => {
  const [count] = await database.asOwner(
    "select (select count(*) from audit.action)::int as actions, (select count(*) from audit.entry)::int as entries",
  );
  return count;
};
const cell = () => ({ indicator: world.indicators["2.3"], month: "2013-12", seen: "0", request: randomUUID() });
const refused = (signedIn: string) => ({
  ok: false,
  code: "OTHER_PERSON",
  message: expect.stringContaining(`You are now signed in as ${signedIn}, and this was written by The lead`),
});

test.each(["secondLead", "head", "auditor"] as const)(
  "what a lead wrote is not recorded under the name of %s, who is signed in by now, whatever they may do themselves",
  async (who) => {
    await browseAs(world.actors[who].token);
    const before = await entered();
    const writtenBy = world.people.lead;
    const words = { ...cell(), revision: "", body: "The lead's words.", as: "draft", writtenBy };
    expect(await recordActualAction(null, formOf({ ...cell(), value: "68", writtenBy }))).toMatchObject({
      ...refused(`The ${who}`),
      typed: { value: "68", writtenBy },
    });
    expect(await writeCommentAction(null, formOf(words))).toMatchObject({
      ...refused(`The ${who}`),
      typed: { body: "The lead's words." },
    });
    const password = { current: "guessed", password: "a long enough one", again: "a long enough one", writtenBy };
    expect(await changePasswordAction(null, formOf(password))).toMatchObject(refused(`The ${who}`));
    expect(await entered()).toEqual(before);
  },
);

test("a whole return sent without a script is refused row by row", async () => {
  await browseAs(world.actors.secondLead.token, { hasScript: false });
  const id = world.indicators["2.3"];
  const row = { indicator: id, seen: "0", was: "{}", value: "68", request: randomUUID() };
  const fields = Object.fromEntries(Object.entries(row).map(([field, sent]) => [`${rowKey(id)}.${field}`, sent]));
  const sent = formOf({ month: "2013-12", writtenBy: world.people.lead, ...fields });
  const { rows } = await recordReturnAction(null, sent);
  expect(rows[id]).toMatchObject(refused("The secondLead"));
});

test("a name is told of nobody who is not of the organisation", async () => {
  await browseAs(world.actors.lead.token);
  for (const writtenBy of [randomUUID(), "made up"]) {
    expect(await recordActualAction(null, formOf({ ...cell(), value: "68", writtenBy }))).toMatchObject({
      code: "OTHER_PERSON",
      message: expect.stringContaining("this was written by somebody else"),
    });
  }
});

test("one's own form is done", async () => {
  await browseAs(world.actors.lead.token);
  const sent = formOf({ ...cell(), value: "68", writtenBy: world.people.lead });
  expect(await recordActualAction(null, sent)).toMatchObject({ ok: true });
});
