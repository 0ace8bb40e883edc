import type { TestDatabase } from "#db/testing/use-database";
import type { Month } from "#db/vocabulary";
import { recordActual } from "#lib/actuals/record-actual";
import { approveComment } from "#lib/commentary/approve-comment";
import { draftComment } from "#lib/commentary/draft-comment";
import { getCommentCell } from "#lib/commentary/queries";
import { returnComment } from "#lib/commentary/return-comment";
import { submitComment } from "#lib/commentary/submit-comment";
import { nothingTyped } from "#lib/rules/actual";
import type { World } from "#lib/testing/world";

type Who = keyof World["actors"];
type Ref = keyof World["indicators"];

/** What people do to comments, as their screens would send it: with what is before them at that moment. */
export const commented = (world: () => World, test: TestDatabase) => {
  const cell = async (ref: Ref, month: Month = "2013-12") =>
    getCommentCell(world().actors.auditor, { slug: world().scorecard.slug, ref, month });

  const seenWords = async (ref: Ref, month: Month) => {
    const newest = (await cell(ref, month))?.revisions.at(-1);
    return { revisionId: newest?.id ?? null, version: newest?.version ?? 0 };
  };
  const words = async (ref: Ref, body: string, month: Month) => ({
    indicatorId: world().indicators[ref],
    month,
    seen: await seenWords(ref, month),
    body,
  });
  const seenCell = async (ref: Ref, month: Month) => {
    const found = await cell(ref, month);
    if (!found) throw new Error("no such cell");
    return { ...found.present, version: found.actual?.version ?? 0 };
  };

  return {
    cell,
    seenCell,
    seenWords,
    draft: async (who: Who, ref: Ref, body: string, month: Month = "2013-12") =>
      draftComment(world().actors[who], await words(ref, body, month)),
    submit: async (who: Who, ref: Ref, body: string, month: Month = "2013-12") =>
      submitComment(world().actors[who], await words(ref, body, month)),
    approve: async (who: Who, ref: Ref, revisionId: string, month: Month = "2013-12") =>
      approveComment(world().actors[who], { revisionId, seen: await seenCell(ref, month) }),
    giveBack: async (who: Who, revisionId: string, reason: string) =>
      returnComment(world().actors[who], { revisionId, reason }),
    record: async (ref: Ref, value: string, month: Month = "2013-12") =>
      recordActual(world().actors[ref === "4.3" ? "otherLead" : "lead"], {
        indicatorId: world().indicators[ref],
        month,
        seen: (await cell(ref, month))?.actual?.version ?? 0,
        typed: { ...nothingTyped, value, because: "recounted" },
      }),
    /** The month closes, by a command. */
    close: (month: Month) =>
      test.asOwner(
        `do $$ begin perform audit.begin_operator('closing'); update scorecard_month set closed_at = now() where month = '${month}-01'; end $$`,
      ),
    newestEntry: async () =>
      test.withWords((await test.asOwner("select * from audit.entry order by position desc limit 1"))[0]),
    /** The newest refusal with its code, and what it was about. */
    newestRefusal: async () =>
      (
        await test.asOwner(
          `select a.code, e.verb, e.person, e.team, e.indicator, to_char(e.month, 'YYYY-MM') as month
           from audit.entry e join audit.action a on a.id = e.action
           where e.operation = 'refused' order by e.position desc limit 1`,
        )
      )[0],
  };
};
