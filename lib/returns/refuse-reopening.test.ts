import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { getMonth } from "#lib/months/get-month";
import { getStanding } from "#lib/months/get-standing";
import { listNotices } from "#lib/notices/list-notices";
import { noticeLine } from "#lib/notices/notice-line";
import { listReopenings } from "#lib/returns/list-reopenings";
import { refuseReopening } from "#lib/returns/refuse-reopening";
import { seenAsking } from "#lib/returns/require-asked";
import { withdrawReopening } from "#lib/returns/withdraw-reopening";
import { bySql } from "#lib/testing/by-sql";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { inReturns } from "#lib/testing/returns";
import { makeWorld, type World } from "#lib/testing/world";

type Who = keyof World["actors"];

const database = useDatabase();
let world: World;
const { explainAll, place, view, handIn, ask, reopen } = inReturns(() => world, database);
const { newest, close } = inMonths(() => world, database);
const { record } = commented(() => world, database);
const written = bySql(database, () => world);
const december = "2013-12";

const seen = async () => seenAsking((await view(december)).submission!);
const takeBack = async (who: Who, of?: string) =>
  withdrawReopening(world.actors[who], { ...place(december), seen: of ?? (await seen()) });
const refuse = async (who: Who, reason: string, of?: string) =>
  refuseReopening(world.actors[who], { ...place(december), reason, seen: of ?? (await seen()) });
const said = async (verb: "reopening.withdraw" | "reopening.refuse") => {
  const { groups } = await listEntries(world.actors.head, { verb, outcome: "done" });
  return sentenceText(groups[0]!.headline);
};
const told = async (who: Who) => {
  const { words, reason } = noticeLine((await listNotices(world.actors[who])).notices[0]!, "Europe/London");
  return [words, reason];
};
const warned = async () =>
  (await getMonth(world.actors.officer, world.scorecard.slug, december))!.checklist.warnings
    .filter(({ kind }) => kind === "asked")
    .map(({ team, ref, words }) => [team, ref, words]);

beforeAll(async () => {
  world = await makeWorld(database);
  await explainAll(december);
  await handIn("lead", december);
});

describe("a request to reopen a return that waits", () => {
  test("is to be known before its month is closed", async () => {
    expect(await warned()).toEqual([]);
    await ask("secondLead", december, "2.3 was counted twice.");
    expect(await warned()).toEqual([
      ["Assessment", "assessment", "asked to be reopened by The secondLead: “2.3 was counted twice.”"],
    ]);
    expect((await getStanding(world.actors.head)).asked).toBe(1);
  });

  test.each(["head", "auditor", "officer", "reader"] as const)("is not the %s’s to take back", async (who) => {
    await expect(takeBack(who)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newest()).toMatchObject({ verb: "reopening.withdraw", operation: "refused" });
  });

  test.each(["lead", "auditor", "reader"] as const)("nor the %s’s to refuse", async (who) => {
    await expect(refuse(who, "No.")).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newest()).toMatchObject({ verb: "reopening.refuse", operation: "refused" });
  });

  test("and of another team is nobody’s", async () => {
    await expect(takeBack("otherLead", await seen())).rejects.toMatchObject({ code: "WRONG_SCOPE" });
    await expect(refuse("otherHead", "No.", await seen())).rejects.toMatchObject({ code: "WRONG_SCOPE" });
  });

  test("is taken back by a lead of the team: nothing waits, and it can be asked anew", async () => {
    const before = await seen();
    await takeBack("lead");
    expect(await warned()).toEqual([]);
    expect((await getStanding(world.actors.head)).asked).toBe(0);
    expect((await view(december)).submission).toMatchObject({ askedAt: null, refusedAt: null, isReopened: false });
    expect(await said("reopening.withdraw")).toBe(
      "The lead took back the request to reopen the Assessment return for December 2013, Improvement scorecard",
    );
    for (const late of [() => takeBack("lead", before), () => refuse("head", "No.", before)]) {
      await expect(late()).rejects.toMatchObject({
        code: "WRONG_STATE",
        message: "No request to reopen it waits any more: it was answered, or taken back.",
      });
    }
    await ask("lead", december, "2.5 too.");
    await expect(refuse("head", "No.", before)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/^The lead asked anew on .+, after you opened this page\. Nothing was done\.$/),
    });
  });

  test("is refused with a reason, which its leads are told and see in the return", async () => {
    await refuse("head", "The board has the papers.");
    expect((await view(december)).submission).toMatchObject({
      askedAt: null,
      refusedBy: "The head",
      refusedReason: "The board has the papers.",
    });
    for (const who of ["lead", "secondLead"] as const) {
      expect(await told(who)).toEqual([
        "The Assessment return for December 2013 was not reopened: the request was refused by The head.",
        "The board has the papers.",
      ]);
    }
    expect((await told("officer"))[0]).toMatch(/is asked to be reopened by The lead\.$/);
    expect(await said("reopening.refuse")).toBe(
      "The head refused to reopen the Assessment return for December 2013, Improvement scorecard. Reason: The board has the papers.",
    );
    await expect(record("2.3", "70")).rejects.toMatchObject({ code: "WRONG_STATE" });
    await expect(refuse("officer", "Again.")).rejects.toMatchObject({ code: "WRONG_STATE" });
  });

  test("stands on the register with what became of it", async () => {
    await ask("lead", december, "Once more.");
    const { reopenings } = await listReopenings(world.actors.officer);
    expect(
      reopenings.map(({ askedReason, withdrawnBy, refusedBy, refusedReason, isOver }) => ({
        askedReason,
        withdrawnBy,
        refusedBy,
        refusedReason,
        isOver,
      })),
    ).toEqual([
      { askedReason: "Once more.", withdrawnBy: null, refusedBy: null, refusedReason: null, isOver: false },
      {
        askedReason: "2.5 too.",
        withdrawnBy: null,
        refusedBy: "The head",
        refusedReason: "The board has the papers.",
        isOver: false,
      },
      {
        askedReason: "2.3 was counted twice.",
        withdrawnBy: "The lead",
        refusedBy: null,
        refusedReason: null,
        isOver: false,
      },
    ]);
  });

  test("is granted without touching those that were answered", async () => {
    await reopen("head", december);
    const rows = await database.asOwner(
      "select reopened_by is not null as granted, refused_by is not null as refused, withdrawn_by is not null as back from reopening order by asked_at",
    );
    expect(rows).toEqual([
      { granted: false, refused: false, back: true },
      { granted: false, refused: true, back: false },
      { granted: true, refused: false, back: false },
    ]);
  });

  test("is neither taken back nor refused once its month is closed", async () => {
    await handIn("lead", december);
    await ask("lead", december);
    const waits = await seen();
    await close("officer", december, "The board meets.");
    await expect(takeBack("lead", waits)).rejects.toMatchObject({ code: "MONTH_CLOSED" });
    await expect(refuse("head", "No.", waits)).rejects.toMatchObject({ code: "MONTH_CLOSED" });
  });
});

describe("whoever runs SQL by the verbs that end a request", () => {
  const set = (what: string, which = "num_nonnulls(reopened_at, refused_at, withdrawn_at) = 0") =>
    `update reopening set ${what} where ${which}`;

  test("says of it what the verb says, as who may, once", async () => {
    await database.asOwner(
      "do $$ begin perform audit.begin_operator('open again'); update scorecard_month set closed_at = null, closed_by = null where month = '2013-12-01'; end $$",
    );
    const { lead, head, otherHead, otherLead } = world.people;
    const refusal = (by: string) => set(`refused_by = '${by}', refused_reason = 'No.'`);
    await expect(written("asApp", "lead", "reopening.withdraw", refusal(lead))).rejects.toMatchObject({
      detail: "FALSE_VERB",
    });
    await expect(written("asApp", "otherHead", "reopening.refuse", refusal(otherHead))).rejects.toMatchObject({
      detail: "WRONG_SCOPE",
    });
    await expect(
      written("asApp", "otherLead", "reopening.withdraw", set(`withdrawn_by = '${otherLead}'`)),
    ).rejects.toMatchObject({ detail: "WRONG_SCOPE" });
    await expect(written("asApp", "head", "reopening.refuse", set(`refused_by = '${head}'`))).rejects.toThrow(
      "reopening_refused_with_reason",
    );
    await expect(
      written("asApp", "lead", "reopening.withdraw", set(`withdrawn_by = '${lead}'`, "refused_at is not null")),
    ).rejects.toMatchObject({ detail: "WRONG_STATE" });
    await written("asApp", "head", "reopening.refuse", refusal(head));
    await expect(
      written("asApp", "head", "reopening.refuse", set("refused_reason = 'Yes.'", "refused_at is not null")),
    ).rejects.toThrow("never changes once it is there");
  });
});
