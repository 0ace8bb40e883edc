import { beforeAll, describe, expect, test, vi } from "vitest";
import { appPool } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import type { PersonActor } from "#lib/access/actor";
import { requirePast } from "#lib/audit/require-past";
import { takeCut } from "#lib/audit/take-cut";
import { paths } from "#lib/paths";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { newestRefusal } = commented(() => world, database);
const { publish } = inMonths(() => world, database);

// As next.config.js has it, so that a page can be answered 403.
vi.stubEnv("__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS", "true");

beforeAll(async () => {
  world = await makeWorld(database);
  await takeCut(appPool());
});

type Search = Parameters<typeof requirePast>[1];

/** As the theme's page asks. */
const ask = (actor: PersonActor, search: Search, slug = world.scorecard.slug) =>
  requirePast(actor, search, { slug, here: (past) => paths.theme(slug, "quality", past) });
const answered = (status: number) => ({ digest: `NEXT_HTTP_ERROR_FALLBACK;${status}` });
const led = (to: string) => ({ digest: expect.stringContaining(`;${to};`) });
const none = "2999-01-01T00:00";

test("an address that asks for nothing of the past is answered of the present, but to who reads editions only", async () => {
  const { past, actor, read } = await ask(world.actors.lead, { from: "2013-12" });
  expect(past).toBeNull();
  expect(actor).toBe(world.actors.lead);
  expect(await read(async () => "now")).toBe("now");
});

test.each(["auditor", "officer"] as const)("the %s may ask for any cut", async (who) => {
  const { past, actor, read } = await ask(world.actors[who], { cut: ["1", "2"] });
  expect(past).toMatchObject({ cut: 1 });
  expect(actor).toBe(world.actors[who]);
  expect(await read(async () => "then")).toBe("then");
});

test.each(["lead", "head", "leadAndHead", "reader"] as const)(
  "the %s is refused any cut, whatever they ask for, and that is entered",
  async (who) => {
    for (const search of [{ cut: "1" }, { at: none }, { at: "" }, { cut: "none" }]) {
      await expect(ask(world.actors[who], search)).rejects.toMatchObject(answered(403));
      expect(await newestRefusal()).toMatchObject({ verb: "past.read", code: "WRONG_ROLE", person: world.people[who] });
      const [entry] = await database.asOwner("select after from audit.entry order by position desc limit 1");
      expect(entry).toEqual({ after: { page: "/scorecards/improvement/themes/quality" } });
    }
  },
);

test.each([{ cut: "2" }, { cut: "" }, { at: none }, { at: "then" }, { at: "", cut: "x" }])(
  "%o is no moment, so the present does not stand in for it",
  async (search) => {
    await expect(ask(world.actors.auditor, search)).rejects.toMatchObject(answered(404));
  },
);

test("of a file what is missing is said by itself, in words", async () => {
  const take = (search: Search) =>
    requirePast(world.actors.auditor, search, { slug: "improvement", here: () => "/", isFile: true });
  await expect(take({ cut: "17" })).rejects.toMatchObject({ code: "NOT_FOUND", message: "There is no cut 17." });
  await expect(take({ edition: "2013-12.1" })).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: "This scorecard has no such edition.",
  });
});

describe("who reads editions only", () => {
  test("is led to the empty list before there is one, and to nothing where there is no such scorecard", async () => {
    await expect(ask(world.actors.reader, {})).rejects.toMatchObject(led("/scorecards/improvement/editions"));
    await expect(ask(world.actors.reader, {}, "no-such-one")).rejects.toMatchObject(answered(404));
    const neighbour = await makeNeighbour(database);
    await publish("officer", "2013-11", "The board meets.");
    await expect(ask(neighbour.actors.reader, {})).rejects.toMatchObject(led("/scorecards/improvement/editions"));
  });

  test("is led from a live page to the same page of the newest edition", async () => {
    await expect(ask(world.actors.reader, {})).rejects.toMatchObject(
      led("/scorecards/improvement/themes/quality?edition=2013-11.1"),
    );
    await publish("officer", "2013-11", "A name was wrong.");
    await expect(ask(world.actors.reader, { month: "2013-12" })).rejects.toMatchObject(
      led("/scorecards/improvement/themes/quality?edition=2013-11.2"),
    );
  });
});

describe("an edition", () => {
  test.each(["lead", "head", "auditor", "officer", "reader"] as const)(
    "is for the %s too, who sees it with a reader’s eyes",
    async (who) => {
      const { past, actor } = await ask(world.actors[who], { edition: "2013-11.1", cut: "1" });
      expect(past?.edition).toMatchObject({ month: "2013-11", number: 1, reason: "The board meets." });
      expect(past?.cut).toBe(past?.edition?.cut);
      expect(actor).toMatchObject({ roles: [{ role: "reader", team: null }], edition: "2013-11" });
    },
  );

  test("asked for by its month is the newest of it", async () => {
    const { past } = await ask(world.actors.reader, { edition: "2013-11" });
    expect(past?.edition).toMatchObject({ number: 2 });
  });

  test.each(["", "2013-11.3", "2013-12", "the newest", "2013-11.1'; drop table edition"])(
    "“%s” is none, so nothing else stands in for it",
    async (edition) => {
      await expect(ask(world.actors.reader, { edition })).rejects.toMatchObject(answered(404));
    },
  );
});
