import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client";
import { indicator, indicatorDefinition, indicatorTeam } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { scorecard } from "#db/schema/scorecards";
import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import type { Sentence, TrailEntry } from "#lib/history/entry";
import { findIn } from "#lib/history/found";
import { textOf } from "#lib/history/image";
import { sentenceOf } from "#lib/history/sentence";
import { readTrailRow, type TrailRow, trailColumns, trailJoins } from "#lib/history/trail-rows";
import { holdingIn, joined } from "#lib/indicators/holding";
import type { Month } from "#lib/rules/month";

export type StoryLine = {
  entry: TrailEntry;
  sentence: Sentence;
  /** Of a comment's revision: its words, and those that stood before, where they may be read and are others. */
  words: { before: string | null; after: string } | null;
};

export type Story = {
  scorecard: string;
  measure: string;
  lines: StoryLine[];
  /** Whether there is more than is told, which is what came first. */
  isCut: boolean;
};

type Place = { slug: string; ref: string; month: Month };

/** The newest so many of one cell, and of its month. */
const most = { cell: 40, month: 12 };

const ofCell = sql.raw("('actual', 'milestone', 'comment_revision', 'comment_decision', 'lapse', 'restatement')");
const ofMonth = sql.raw("('scorecard_month', 'edition', 'return_submission', 'reopening')");

/**
 * All that happened to one indicator's month, oldest first, as the trail has it: its figure, what was written and decided, and
 * what became of its month and its team's return. Only what the person may read; null where that is nothing, and the cell is
 * none of theirs. Throws `Refusal` WRONG_ROLE.
 */
export async function getStory(actor: PersonActor, place: Place): Promise<Story | null> {
  const { rows: mayRead } = findIn(actor, {});
  const cell = await findCell(actor, place);
  if (!cell) return null;
  const month = sql`${`${place.month}-01`}::date`;
  const { rows } = await database().execute<TrailRow>(sql`
    select ${trailColumns} from (
      (select m.* from audit.entry m where m.indicator = ${cell.indicatorId} and m.month = ${month}
        and (m.operation = 'refused' or m.table_name in ${ofCell}) and ${mayRead("m")}
        order by m.indicator desc, m.month desc, m.position desc limit ${most.cell + 1})
      union all
      (select m.* from audit.entry m where m.scorecard = ${cell.scorecardId} and m.month = ${month} and m.indicator is null
        and m.table_name in ${ofMonth} and (m.team is null or m.team = ${cell.teamId}) and ${mayRead("m")}
        order by m.scorecard desc, m.month desc, m.position desc limit ${most.month + 1})) m ${trailJoins} order by m.position`);
  const isTheirs = readsWhole(actor) || teamsIn(actor).some(({ id }) => id === cell.teamId);
  if (rows.length === 0 && !(isTheirs && cell.isOpened)) return null;
  const begins = Math.max(
    lastUntold(
      rows.filter(({ indicatorId }) => indicatorId !== null),
      most.cell,
    ),
    lastUntold(
      rows.filter(({ indicatorId }) => indicatorId === null),
      most.month,
    ),
  );
  return {
    scorecard: cell.scorecard,
    measure: cell.measure,
    lines: toldOf(
      actor,
      rows.filter(({ position }) => Number(position) > begins),
    ),
    isCut: begins > 0,
  };
}

/** Up to which position of some rows, oldest first, there is too much to tell; 0 where all of them are told. */
const lastUntold = (rows: readonly TrailRow[], mostOf: number): number =>
  rows.length > mostOf ? Number(rows.at(-1 - mostOf)?.position) : 0;

const readsWhole = (actor: PersonActor) => holds(actor, "auditor") || holds(actor, "performance officer");
const teamsIn = (actor: PersonActor) => [...teamsOf(actor, "team lead"), ...teamsOf(actor, "head of service")];

async function findCell(actor: PersonActor, { slug, ref, month }: Place) {
  const first = sql`${`${month}-01`}::date`;
  const [found] = await database()
    .select({
      indicatorId: indicator.id,
      scorecardId: scorecard.id,
      scorecard: scorecard.name,
      teamId: sql<string | null>`${indicatorTeam.teamId}`,
      isOpened: sql<boolean>`${scorecardMonth.month} is not null`,
      ...joined({ measure: indicatorDefinition.measure }),
    })
    .from(indicator)
    .innerJoin(scorecard, eq(scorecard.id, indicator.scorecardId))
    .leftJoin(scorecardMonth, and(eq(scorecardMonth.scorecardId, scorecard.id), eq(scorecardMonth.month, month)))
    .innerJoin(holdingIn("definition", indicator.id, first), sql`true`)
    .leftJoin(holdingIn("team", indicator.id, first), sql`true`)
    .where(and(eq(scorecard.organisationId, actor.organisation.id), eq(scorecard.slug, slug), eq(indicator.ref, ref)));
  return found ?? null;
}

/** Lines in their order; a run of one person's drafts of one revision is one line, of what it came to. */
function toldOf(actor: PersonActor, rows: readonly TrailRow[]): StoryLine[] {
  const read = rows.map((row) => readTrailRow(actor, row));
  let before: string | null = null;
  const lines: StoryLine[] = [];
  for (const [index, { entry, facts }] of read.entries()) {
    const next = read[index + 1]?.entry;
    if (next && isDraft(entry) && isDraft(next) && next.key === entry.key && next.person?.id === entry.person?.id)
      continue;
    const sentence = sentenceOf(entry, facts);
    if (entry.table !== "comment_revision") {
      lines.push({ entry, sentence, words: null });
      continue;
    }
    const after = facts.wordsOf(textOf(entry.after, "words"));
    const isOther = after !== null && after !== before;
    lines.push({ entry, sentence, words: isOther ? { before, after } : null });
    before = after ?? before;
  }
  return lines;
}

const isDraft = (entry: TrailEntry) =>
  entry.table === "comment_revision" && entry.verb === "comment.draft" && entry.operation !== "refused";
