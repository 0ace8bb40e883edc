import { type SQL, sql } from "drizzle-orm";
import { commentDecision } from "#db/schema/commentary";
import { label } from "#db/schema/scorecards";
import type { ApprovedFigure } from "#lib/rules/commentary-status";
import type { Level } from "#lib/rules/labels";
import { jsonObjects } from "#lib/scorecards/json-rows";
import { labelColumns, levelsOf } from "#lib/scorecards/label-columns";

/** The approval of which an entry says that it lapsed, as it was given, and the levels that its cell came to have. */
export type ApprovalRow = ApprovedFigure & { revision: number; decidedAt: string; labels: Level[] };

/** The approval that the entry `m` is about. Neither decisions nor levels ever change. */
export const approvalThen: SQL = sql`(
  select json_build_object('revision', (select r.number from comment_revision r where r.id = ${commentDecision.revisionId}),
    'decidedAt', ${commentDecision.decidedAt}, 'figure', ${commentDecision.figure}::text, 'missing', ${commentDecision.missing},
    'grade', ${commentDecision.grade}, 'levels', ${levelsOf(commentDecision.labelSetId)},
    'labels', ${jsonObjects(labelColumns, sql`from ${label} where ${label.labelSetId} = (m.after ->> 'label_set_id')::uuid`)})
  from ${commentDecision} where m.table_name = 'lapse' and ${commentDecision.id} = (m.after ->> 'decision_id')::uuid)`;
