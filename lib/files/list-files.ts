import { and, desc, eq, sql } from "drizzle-orm";
import { database } from "#db/client";
import { keptFile } from "#db/schema/files";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";

/** How many stand on the page. */
export const listedFiles = 50;

export type ListedFile = Awaited<ReturnType<typeof listFiles>>[number];

/** No more are kept than stand on the page, however many were cancelled since. */
const isOver = sql`num_nonnulls(${keptFile.cancelledAt}, ${keptFile.failedAt}, ${keptFile.withdrawnAt}) > 0`;

/** The files that this person had made or waits for, the newest first, and then those that there are no more. */
export const listFiles = (actor: PersonActor) =>
  database()
    .select({
      id: keptFile.id,
      name: keptFile.name,
      scorecard: scorecard.name,
      slug: scorecard.slug,
      form: keptFile.form,
      paper: keptFile.paper,
      from: keptFile.fromMonth,
      to: keptFile.toMonth,
      cut: keptFile.cut,
      edition: keptFile.edition,
      isLive: keptFile.isLive,
      hidesSmall: keptFile.hidesSmall,
      askedAt: keptFile.askedAt,
      begunAt: keptFile.begunAt,
      done: keptFile.done,
      parts: keptFile.parts,
      size: keptFile.size,
      madeAt: keptFile.madeAt,
      cancelledAt: keptFile.cancelledAt,
      failedAt: keptFile.failedAt,
      why: keptFile.why,
      withdrawnAt: keptFile.withdrawnAt,
      lostARole: sql<boolean>`files.lost_a_role(${keptFile.personId}, ${keptFile.organisationId}, ${keptFile.begunAt}, ${keptFile.madeAt})`,
      goesAt: keptFile.goesAt,
    })
    .from(keptFile)
    .innerJoin(scorecard, eq(scorecard.id, keptFile.scorecardId))
    .where(
      and(
        eq(keptFile.personId, actor.person.id),
        eq(keptFile.organisationId, actor.organisation.id),
        sql`${keptFile.goesAt} > now()`,
      ),
    )
    .orderBy(isOver, desc(keptFile.askedAt), keptFile.id)
    .limit(listedFiles);
