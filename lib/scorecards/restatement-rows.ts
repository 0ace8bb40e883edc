import { type SQL, sql } from "drizzle-orm";
import { everHidesSmall } from "#db/hides-small";
import { indicator } from "#db/schema/indicators";
import { person } from "#db/schema/people";
import { restatement } from "#db/schema/restatements";
import { wordsOf } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { restatedAsTold } from "#lib/access/told-of-small";
import type { Month } from "#lib/rules/month";
import { ofOwn, visible } from "#lib/scorecards/held-rows";
import { jsonRows } from "#lib/scorecards/json-rows";

const columns = {
  id: restatement.id,
  ref: indicator.ref,
  hidesSmall: everHidesSmall(indicator.id),
  month: restatement.month,
  number: restatement.editionNumber,
  category: restatement.category,
  reason: wordsOf(restatement.reason),
  figureBefore: restatement.figureBefore,
  missingBefore: restatement.missingBefore,
  figure: restatement.figure,
  missing: restatement.missing,
  commentHolds: restatement.commentHolds,
  restatedAt: restatement.restatedAt,
  restatedBy: person.name,
};

/** What of a statement's `ownIndicators` was restated, in the months that a person sees, or in one. */
export const restatementRows = (inScope: SQL | null, month?: Month) =>
  jsonRows(
    columns,
    sql`from ${restatement} join ${indicator} on ${indicator.id} = ${restatement.indicatorId}
      join ${person} on ${person.id} = ${restatement.restatedBy} ${ofOwn(restatement.indicatorId)} ${visible(inScope, restatement.month)}
      ${month ? sql`and ${restatement.month} = ${`${month}-01`}::date` : sql``}`,
  );

/** None, where nobody asks. */
export const noRestatements: ReturnType<typeof restatementRows> = sql`'[]'::json`;

type Row = ReturnType<typeof restatementRows>["_"]["type"][number];

/** The same as a person is told of them, the newest first. */
export const asRestated = (actor: PersonActor, rows: readonly Row[]) =>
  rows
    .toSorted(
      (a, b) =>
        b.month.localeCompare(a.month) || b.restatedAt.getTime() - a.restatedAt.getTime() || a.id.localeCompare(b.id),
    )
    .map(({ figureBefore, missingBefore, figure, missing, ...row }) => {
      const values = { before: { figure: figureBefore, missing: missingBefore }, after: { figure, missing } };
      return restatedAsTold(actor, { ...row, ...values });
    });

/** That a published figure was restated: what it was, what it became, why and by whom. */
export type Restatement = ReturnType<typeof asRestated>[number];
