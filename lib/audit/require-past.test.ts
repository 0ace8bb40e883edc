import { beforeAll, expect, test, vi } from "vitest";
import { appPool } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { requirePast } from "#lib/audit/require-past";
import { takeCut } from "#lib/audit/take-cut";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { newestRefusal } = commented(() => world, database);

// As next.config.js has it, so that a page can be answered 403.
vi.stubEnv("__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS", "true");

beforeAll(async () => {
  world = await makeWorld(database);
  await takeCut(appPool());
});

const answered = (status: number) => ({ digest: `NEXT_HTTP_ERROR_FALLBACK;${status}` });
const none = "2999-01-01T00:00";

test("an address that asks for nothing of the past is answered of the present, to everybody", async () => {
  const { past, read } = await requirePast(world.actors.reader, { from: "2013-12" });
  expect(past).toBeNull();
  expect(await read(async () => "now")).toBe("now");
});

test.each(["auditor", "officer"] as const)("the %s may ask for any cut", async (who) => {
  const { past, read } = await requirePast(world.actors[who], { cut: ["1", "2"] });
  expect(past).toMatchObject({ cut: 1 });
  expect(await read(async () => "then")).toBe("then");
});

test.each(["lead", "head", "leadAndHead", "reader"] as const)(
  "the %s is refused, whatever they ask for, and that is entered",
  async (who) => {
    for (const search of [{ cut: "1" }, { at: none }, { at: "" }, { cut: "none" }]) {
      await expect(requirePast(world.actors[who], search)).rejects.toMatchObject(answered(403));
      expect(await newestRefusal()).toMatchObject({ verb: "past.read", code: "WRONG_ROLE", person: world.people[who] });
    }
  },
);

test.each([{ cut: "2" }, { cut: "" }, { at: none }, { at: "then" }, { at: "", cut: "x" }])(
  "%o is no moment, so the present does not stand in for it",
  async (search) => {
    await expect(requirePast(world.actors.auditor, search)).rejects.toMatchObject(answered(404));
  },
);
