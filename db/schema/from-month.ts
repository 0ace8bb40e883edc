import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, freeText, month, now, version } from "#db/schema/columns";
import { person } from "#db/schema/people";

const who = (name: string) => uuid(name).references(() => person.id);

/** Of what somebody set: who and when; and, once it proved wrong, that it was withdrawn, by whom, when and why. Null: an operator's command. */
export const setAndWithdrawn = () => ({
  setAt: at("set_at").notNull().default(now),
  setBy: who("set_by"),
  withdrawnAt: at("withdrawn_at"),
  withdrawnBy: who("withdrawn_by"),
  withdrawnReason: freeText("withdrawn_reason"),
  version: version(),
});

/** Of what holds from a month on, until the next of its kind starts. It never changes: what is wrong is withdrawn and set anew. */
export const fromMonth = () => ({ fromMonth: month("from_month").notNull(), ...setAndWithdrawn() });

/** Of what can also end: the last month in which it holds, and who said so when. */
export const toMonth = () => ({
  toMonth: month("to_month"),
  endedAt: at("ended_at"),
  endedBy: who("ended_by"),
});

type Withdrawn = { withdrawnAt: AnyPgColumn; withdrawnReason: AnyPgColumn };

/** A withdrawal says why. */
export const withdrawnWithReason = (name: string, t: Withdrawn) =>
  check(name, sql`(${t.withdrawnAt} is null) = (${t.withdrawnReason} is null) and ${t.withdrawnReason} <> ''`);

/** What is withdrawn no longer counts. */
export const onceWhileLive = (name: string, t: Withdrawn, ...columns: [AnyPgColumn, ...AnyPgColumn[]]) =>
  uniqueIndex(name)
    .on(...columns)
    .where(sql`${t.withdrawnAt} is null`);

/** It ends in or after the month it starts in, and an end is a fact. */
export const endsAfterItStarts = (
  name: string,
  t: { fromMonth: AnyPgColumn; toMonth: AnyPgColumn; endedAt: AnyPgColumn },
) =>
  check(
    name,
    sql`${t.toMonth} between ${t.fromMonth} and '9999-12-01' and extract(day from ${t.toMonth}) = 1 and (${t.toMonth} is null) = (${t.endedAt} is null)`,
  );
