"use server";

import { redirect } from "next/navigation";
import { noteRead } from "#lib/access/asking";
import type { Result } from "#lib/actions/result";
import { clearActualAction, recordActualAction } from "#lib/actuals/actions";
import type { ShownActual } from "#lib/actuals/shown-actual";
import { paths } from "#lib/paths";
import { parseMonth } from "#lib/rules/month";
import { readPage } from "#lib/rules/read-page";
import { fieldsOfTyped, readRow, rowsInForm, workOfRow } from "#lib/rules/return-row";

/** What became of each row that was sent and had changed, by indicator. */
export type ReturnOutcome = Record<string, Result<ShownActual>>;

/**
 * The whole grid sent at once, as it is without a script: each row that changed goes through its own verb in its own
 * transaction. When all of them were done it leads back to the return; else it answers what became of each.
 */
export async function recordReturnAction(_before: ReturnOutcome | null, form: FormData): Promise<ReturnOutcome> {
  noteRead();
  const month = form instanceof FormData ? parseMonth(String(form.get("month"))) : null;
  if (!month) redirect(paths.returns());

  const outcome: ReturnOutcome = {};
  for (const [indicator, sent] of rowsInForm(form.entries())) {
    const work = workOfRow(readRow(sent));
    if (!work) continue;
    const row = new FormData();
    const cell = { indicator, month, seen: String(work.seen), request: sent.request ?? "" };
    const typed = work.do === "record" ? fieldsOfTyped(work.typed) : {};
    for (const [field, value] of Object.entries({ ...cell, ...typed })) row.set(field, value);
    outcome[indicator] = await (work.do === "clear" ? clearActualAction : recordActualAction)(null, row);
  }
  const done = Object.values(outcome);
  const page = readPage(form.get("page"));
  if (done.every(({ ok }) => ok)) redirect(paths.return(month, { page, saved: done.length }));
  return outcome;
}
