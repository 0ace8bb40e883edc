import { beforeAll, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { PersonActor } from "#lib/access/actor";
import { requirePermission } from "#lib/audit/require-permission";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { makeWorld, type World } from "#lib/testing/world";

let [asking, path]: [PersonActor | null, string] = [null, ""];
vi.mock("#lib/access/session", () => ({ requireActor: async () => asking }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-candour-path": path }) }));

const database = useDatabase();
let world: World;

// As next.config.js has it, so that a page can be answered 403.
vi.stubEnv("__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS", "true");

beforeAll(async () => {
  world = await makeWorld(database);
});

const open = (who: keyof World["actors"], verb: Parameters<typeof requirePermission>[0], at: string) => {
  [asking, path] = [world.actors[who], at];
  return requirePermission(verb, { month: "2013-12" });
};
const refused = async () =>
  (await listEntries(world.actors.auditor, { outcome: "refused" })).groups.map(({ entry, headline }) => [
    entry.verb,
    sentenceText(headline),
  ]);

test("who opens a page that is not for their role did not try what it is for, and a file is taken away by opening it", async () => {
  const answered = { digest: "NEXT_HTTP_ERROR_FALLBACK;403" };
  expect(await open("head", "comment.approve", "/approvals")).toBe(world.actors.head);
  expect(await refused()).toEqual([]);
  await expect(open("reader", "comment.approve", "/approvals?month=2013-12")).rejects.toMatchObject(answered);
  await expect(open("lead", "month.publish", `/months/${"a".repeat(400)}`)).rejects.toMatchObject(answered);
  await expect(open("reader", "history.export", "/history/export.csv")).rejects.toMatchObject(answered);
  expect(await refused()).toEqual([
    ["history.export", "The reader was refused: export the history. Their role does not allow it"],
    ["page.open", `The lead opened a page that is not for their role: /months/${"a".repeat(192)}`],
    ["page.open", "The reader opened a page that is not for their role: /approvals"],
  ]);
  const ofMonth = await listEntries(world.actors.auditor, { verb: "page.open", month: "2013-12" });
  expect(ofMonth.groups).toHaveLength(2);
});
