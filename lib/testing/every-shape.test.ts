import { beforeAll, expect, test } from "vitest";
import { database as pool } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { asReaderOf } from "#lib/access/actor";
import { getCommentWords } from "#lib/commentary/queries";
import { getApprovals } from "#lib/commentary/reading/get-approvals";
import { getStanding } from "#lib/months/get-standing";
import { listMonths } from "#lib/months/list-months";
import { listReopenings } from "#lib/returns/list-reopenings";
import { everyIndicator, listAskedRows, listReturnRows } from "#lib/returns/return-rows";
import { getScorecardRows, listSummaryRows } from "#lib/scorecards/scorecard-rows";
import { getSheetRows } from "#lib/scorecards/sheet-rows";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

const both = [true, false];

test.each(["officer", "lead", "head", "auditor", "reader", "reader of an edition"] as const)(
  "every query whose text is made once can be made in each of its shapes: %s",
  async (who) => {
    const { actors, scorecard, indicators } = world;
    const actor = who === "reader of an edition" ? asReaderOf(actors.reader, "2013-12") : actors[who];
    const ids = Object.values(indicators);
    const { slug, id } = scorecard;
    for (const span of [{ month: "2013-12" }, { before: null }, { before: "2014-01" }, "last open"] as const) {
      expect(await listAskedRows(actor, span)).toHaveLength(1);
      for (const wanted of [everyIndicator, { ids }]) expect(await listReturnRows(actor, span, wanted)).toHaveLength(1);
    }
    for (const one of [undefined, slug]) expect(await listSummaryRows(actor, one)).toHaveLength(1);
    for (const withEdition of both)
      expect(await getScorecardRows(actor, slug, pool(), { withEdition })).toMatchObject({ id });
    const months = { before: "2013-01", from: "2013-11", to: "2014-01" } as const;
    for (const part of [{}, { ref: "2.3" }, { ids }]) {
      for (const withEarlier of both) {
        for (const withRestatements of both) {
          const { definitions } = await getSheetRows(actor, id, { ...months, withEarlier, withRestatements }, part);
          expect(definitions).toHaveLength("ref" in part ? 1 : ids.length);
        }
      }
    }
    expect((await listMonths(actor, "2014-02")).scorecards).toHaveLength(1);
    expect(await getApprovals(actor, { revisions: ids, later: ids })).toMatchObject({ waiting: [], found: [] });
    expect(await getStanding(actor)).toMatchObject({ waiting: 0, asked: 0 });
    expect(await listReopenings(actor)).toEqual({ reopenings: [], hasMore: false });
    // Its month is open, and so no reader's.
    const words = await getCommentWords(actor, { slug, ref: "2.3", month: "2013-12" });
    expect(words !== null).toBe(!who.startsWith("reader"));
  },
);
