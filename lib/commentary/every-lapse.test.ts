import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Month } from "#db/vocabulary";
import { clearActual } from "#lib/actuals/clear-actual";
import { pasteActuals } from "#lib/actuals/paste-actuals";
import { recordActual } from "#lib/actuals/record-actual";
import { takeBackActuals } from "#lib/actuals/take-back-actuals";
import { databaseError } from "#lib/audit/database-refusal";
import { Refusal } from "#lib/audit/refusal";
import { withdrawApproval } from "#lib/commentary/withdraw-approval";
import { nothingTyped } from "#lib/rules/actual";
import { whyLapsed } from "#lib/rules/commentary-status";
import { commented } from "#lib/testing/commented";
import { judgedAnew } from "#lib/testing/judged-anew";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, cell, draft, giveBack, submit } = commented(() => world, database);
const anew = judgedAnew(() => world, database);
let pasted: string | undefined;
const nobodys = "00000000-0000-4000-8000-000000000000";

const refs = ["2.3", "2.5"] as const;
const months: readonly Month[] = ["2013-12", "2014-01"];
type Cell = { ref: (typeof refs)[number]; month: Month };

beforeAll(async () => {
  world = await makeWorld(database);
});

const place = async ({ ref, month }: Cell) => ({
  indicatorId: world.indicators[ref],
  month,
  seen: (await cell(ref, month))?.actual?.version ?? 0,
});
const newest = async ({ ref, month }: Cell) =>
  (await cell(ref, month))?.revisions.findLast(({ submittedAt }) => submittedAt)?.id ?? nobodys;

/** Whatever changes a figure or a grade, and what is done to comments between. */
const ways = {
  record: async (at: Cell, n: number) =>
    recordActual(world.actors.lead, {
      ...(await place(at)),
      typed: { ...nothingTyped, value: String(n), because: "recounted" },
    }),
  "say why there is none": async (at: Cell) =>
    recordActual(world.actors.lead, {
      ...(await place(at)),
      typed: { ...nothingTyped, missing: "x", because: "recounted" },
    }),
  note: async (at: Cell, n: number) => {
    const value = (await cell(at.ref, at.month))?.actual?.value ?? String(n);
    return recordActual(world.actors.lead, {
      ...(await place(at)),
      typed: { ...nothingTyped, value, note: `Note ${n}`, because: "recounted" },
    });
  },
  clear: async (at: Cell) => clearActual(world.actors.lead, { ...(await place(at)), because: "recounted", why: "" }),
  paste: async ({ month }: Cell, n: number) => {
    const places = await Promise.all(refs.map((ref) => place({ ref, month })));
    const rows = places.map((each, index) => ({
      ...each,
      typed: { ...nothingTyped, value: String(n + index), because: "recounted" },
    }));
    pasted = (await pasteActuals(world.actors.lead, rows)) ?? pasted;
  },
  "take the paste back": async ({ month }: Cell) =>
    pasted && takeBackActuals(world.actors.lead, { actionId: pasted, month, because: "recounted", why: "" }),
  "set bands": ({ ref, month }: Cell, n: number) => anew.setBands(ref, month, n - 66),
  "withdraw bands": ({ ref, month }: Cell) => anew.withdrawBands(ref, month),
  "set a direction": ({ ref, month }: Cell) => anew.setDirection(ref, month, ref === "2.3" ? "lower" : "higher"),
  "withdraw the direction": ({ ref, month }: Cell) => anew.withdrawDirection(ref, month),
  "set levels": ({ month }: Cell, n: number) => anew.setLevels(month, n % 2 ? 3 : 4),
  "withdraw levels": ({ month }: Cell) => anew.withdrawLevels(month),
  draft: ({ ref, month }: Cell, n: number) => draft("lead", ref, `Draft ${n}.`, month),
  submit: ({ ref, month }: Cell, n: number) => submit("lead", ref, `Words ${n}.`, month),
  approve: async (at: Cell) => approve("head", at.ref, await newest(at), at.month),
  return: async (at: Cell) => giveBack("head", await newest(at), "Say why."),
  "withdraw the approval": async (at: Cell) =>
    withdrawApproval(world.actors.head, { revisionId: await newest(at), reason: "It names a child." }),
} as const satisfies Record<string, (at: Cell, n: number) => Promise<unknown>>;

/** What cannot be done just then is refused, by a verb or by the database. */
async function attempt(way: keyof typeof ways, at: Cell, n: number): Promise<void> {
  try {
    await ways[way](at, n);
  } catch (error) {
    if (!(error instanceof Refusal) && !/^(23|CD)/.test(databaseError(error)?.code ?? "")) throw error;
  }
}

/** Each approval that the rule finds to have lapsed, and each of which it was entered. */
async function found() {
  const cells = await Promise.all(refs.flatMap((ref) => months.map((month) => cell(ref, month))));
  const approvals = cells.flatMap((each) =>
    (each?.revisions ?? []).flatMap(({ decisions: [decision] }) =>
      each && decision?.kind === "approved" ? [{ cell: each, decision }] : [],
    ),
  );
  const compared = approvals.filter(({ cell: { present, labels }, decision }) => whyLapsed(decision, present, labels));
  const entered = await database.asOwner(
    `select l.decision_id as id from lapse l where l.ended_at is null and l.decision_id = any($1)`,
    [approvals.map(({ decision }) => decision.id)],
  );
  const sorted = (ids: unknown[]) => ids.map(String).sort();
  return {
    approvals: approvals.length,
    compared: sorted(compared.map(({ decision }) => decision.id)),
    entered: sorted(entered.map(({ id }) => id)),
  };
}

test("whatever changes a figure or a grade, what was entered is what the rule finds", {
  timeout: 120_000,
}, async () => {
  const step = fc.record({
    way: fc.oneof(
      { arbitrary: fc.constantFrom(...(Object.keys(ways) as (keyof typeof ways)[])), weight: 3 },
      { arbitrary: fc.constantFrom("submit" as const, "approve" as const), weight: 2 },
    ),
    at: fc.record({ ref: fc.constantFrom(...refs), month: fc.constantFrom(...months) }),
    n: fc.integer({ min: 60, max: 80 }),
  });
  let [lapsed, judged] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 25 }), async (steps) => {
      for (const { way, at, n } of steps) {
        await attempt(way, at, n);
        const { approvals, compared, entered } = await found();
        expect(entered, way).toEqual(compared);
        judged += approvals;
        lapsed += compared.length;
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect(judged).toBeGreaterThan(50);
  expect(lapsed).toBeGreaterThan(10);
});
