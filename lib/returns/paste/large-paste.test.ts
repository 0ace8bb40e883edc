import { randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Result } from "#lib/actions/result";
import { takeBackActualsAction } from "#lib/actuals/actions";
import { type Pasted, pasteActualsAction } from "#lib/returns/actions";
import type { PasteReview } from "#lib/returns/paste/paste-review";
import { browseAs, formOf } from "#lib/testing/browser";
import { listStatements } from "#lib/testing/count-statements";
import { largeScorecard } from "#lib/testing/large-scorecard";
import { makeWorld } from "#lib/testing/world";

vi.mock("next/headers", async () => (await import("#lib/testing/browser")).browserHeaders);

const database = useDatabase();
let refs: { ref: string; id: string }[];

/** A hundred indicators of the Assessment team, with ten months open. */
beforeAll(async () => {
  const { actors, organisationId } = await makeWorld(database);
  const inOne = (text: string) => database.asOwner(`do $$ begin perform ${text.replace(/^select /, "")}; end $$`);
  await largeScorecard(inOne, { slug: "large", indicators: 100, months: 2 });
  await database.asOwner(`do $$ begin perform audit.begin_operator('open', 'operator.change', '${organisationId}');
    insert into scorecard_month (scorecard_id, month) select s.id, m from scorecard s,
      generate_series(date '2024-01-01', '2024-10-01', interval '1 month') m where s.slug = 'large'; end $$`);
  const found = await database.asOwner(
    "select i.ref, i.id from indicator i join scorecard s on s.id = i.scorecard_id where s.slug = 'large' order by i.ref",
  );
  refs = found as typeof refs;
  await browseAs(actors.lead.token);
});

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"].map((month) => `${month}-24`);
const block = (indicators: number, figure: number) =>
  [
    ["PI ref", ...months].join("\t"),
    ...refs
      .slice(0, indicators)
      .map(({ ref }, row) => [ref, ...months.map((_, at) => figure + ((row + at) % 9))].join("\t")),
  ].join("\r\n");

async function measured<T>(work: () => Promise<T>) {
  const answers: T[] = [];
  const statements = await listStatements(async () => answers.push(await work()));
  return { answer: answers[0]!, statements };
}

async function pasted(indicators: number, figure: number) {
  const given = { month: "2024-01", start: refs[0]!.id, block: block(indicators, figure) };
  const looked = await measured(() => pasteActualsAction(null, formOf(given)));
  const { review } = (looked.answer as { value: { review: PasteReview } }).value;
  const { seen, request } = review;
  const recorded = await measured(() => pasteActualsAction(null, formOf({ ...given, seen, request, does: "record" })));
  return { review, looked, recorded };
}

const actionIn = (answer: Result<Pasted>) =>
  /pasted=(.*)$/.exec((answer as { value: { next: string } }).value.next)![1]!;

test("a thousand cells take no more statements than twenty, to look at, to record and to take back", async () => {
  const few = await pasted(2, 70);
  const many = await pasted(100, 80);
  expect(many.review.cells.map(({ as }) => as).filter((as) => as === "new")).toHaveLength(980);
  expect(many.review.cells.map(({ as }) => as).filter((as) => as === "changed")).toHaveLength(20);
  expect(many.looked.statements.length).toBe(few.looked.statements.length);
  // Twenty were all new, and of a thousand some are changed, which is a statement of its own.
  expect(many.recorded.statements.length).toBe(few.recorded.statements.length + 1);
  const unprepared = many.recorded.statements.filter(({ isPrepared }) => !isPrepared).map(({ text }) => text);
  expect(unprepared).toEqual(["begin", "commit"]);

  const action = actionIn(many.recorded.answer);
  expect(await database.asOwner("select count(*)::int as n from audit.entry where action = $1", [action])).toEqual([
    { n: 1000 },
  ]);
  const form = formOf({ action, month: "2024-01", request: randomUUID() });
  const back = await measured(() => takeBackActualsAction(null, form));
  expect(back.answer).toMatchObject({ ok: true });
  expect(back.statements.length).toBeLessThan(8);
  const [left] = await database.asOwner("select count(value)::int as n from actual where month >= '2024-01-01'");
  expect(left).toEqual({ n: 20 });
});
