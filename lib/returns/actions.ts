"use server";

import { redirect } from "next/navigation";
import type { Asker } from "#lib/access/actor";
import { noteRead } from "#lib/access/asking";
import { defineAction, presentActor } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import type { Result } from "#lib/actions/result";
import { clearActualAction, recordActualAction } from "#lib/actuals/actions";
import { findDoneAction, pasteActuals } from "#lib/actuals/paste-actuals";
import type { ShownActual } from "#lib/actuals/shown-actual";
import { Refusal } from "#lib/audit/refusal";
import { paths, type ReturnDone } from "#lib/paths";
import { askReopening } from "#lib/returns/ask-reopening";
import { findReturnAddress, type ReturnAddress, type ReturnPlace } from "#lib/returns/find-return-address";
import {
  AskReopeningInput,
  PasteActualsInput,
  RefuseReopeningInput,
  ReopenReturnInput,
  SubmitReturnInput,
  WithdrawReopeningInput,
} from "#lib/returns/inputs";
import { chooseCells, whyOf } from "#lib/returns/paste/choose-cells";
import type { PasteReview } from "#lib/returns/paste/paste-review";
import { readPaste } from "#lib/returns/paste/read-paste";
import { refuseReopening } from "#lib/returns/refuse-reopening";
import { reopenReturn } from "#lib/returns/reopen-return";
import { submitReturn } from "#lib/returns/submit-return";
import { withdrawReopening } from "#lib/returns/withdraw-reopening";
import type { TypedActual } from "#lib/rules/actual";
import { parseMonth } from "#lib/rules/month";
import { readPage } from "#lib/rules/read-page";
import { fieldsOfTyped, isOpened, readRow, rowKey, rowsInForm, workOfRow } from "#lib/rules/return-row";
import { writtenByField } from "#lib/rules/written-by";

/** What became of the grid when it was sent. */
export type ReturnOutcome = {
  /** Of each row that had changed, by indicator. */
  rows: Record<string, Result<ShownActual>>;
  /** The rows that stand open, by indicator. */
  opened: string[];
  /** Where a row was to be opened: what was typed into all of them, by indicator, and is not saved. */
  typed: Record<string, { typed: TypedActual; seen: number }>;
  /** Whose the form was. */
  writtenBy: string | null;
};

/**
 * The whole grid sent at once, as it is without a script: each row that changed goes through its own verb in its own
 * transaction. When all of them were done it leads back to the return; else it answers what became of each. A row's own
 * button to open it saves nothing, and keeps what was typed.
 */
export async function recordReturnAction(_before: ReturnOutcome | null, form: FormData): Promise<ReturnOutcome> {
  noteRead();
  const month = form instanceof FormData ? parseMonth(String(form.get("month"))) : null;
  if (!month) redirect(paths.returns());

  const sent = rowsInForm(form.entries());
  const toOpen = form.get("open");
  const isOpen = ([indicator, row]: [string, Record<string, string>]) => isOpened(row) || rowKey(indicator) === toOpen;
  const writer = form.get(writtenByField);
  const outcome: ReturnOutcome = {
    writtenBy: typeof writer === "string" ? writer : null,
    rows: {},
    opened: [...sent].filter(isOpen).map(([indicator]) => indicator),
    typed: {},
  };
  const ofWhom: Record<string, string> = outcome.writtenBy === null ? {} : { [writtenByField]: outcome.writtenBy };
  for (const [indicator, fields] of sent) {
    const read = readRow(fields);
    if (toOpen !== null) {
      outcome.typed[indicator] = { typed: read.typed, seen: read.seen };
      continue;
    }
    const work = workOfRow(read);
    if (!work) continue;
    const row = new FormData();
    const cell = { indicator, month, seen: String(work.seen), request: fields.request ?? "", ...ofWhom };
    const typed = work.do === "record" ? fieldsOfTyped(work.typed) : { because: work.because, why: work.why };
    for (const [field, value] of Object.entries({ ...cell, ...typed })) row.set(field, value);
    outcome.rows[indicator] = await (work.do === "clear" ? clearActualAction : recordActualAction)(null, row);
  }
  if (toOpen !== null) return outcome;
  const done = Object.values(outcome.rows);
  const page = readPage(form.get("page"));
  if (done.every(({ ok }) => ok)) redirect(paths.return(month, { page, saved: done.length }));
  return outcome;
}

/** A block to look at before anything is written, or where its figures are once they are recorded. */
export type Pasted = { review: PasteReview } | { next: string };

/**
 * A block of cells that was pasted on a return: looked at first, as often as wanted, then recorded as one. What is refused
 * comes back with the block as it would be recorded now.
 */
export const pasteActualsAction = defineAction(PasteActualsInput, async (asker, input, request): Promise<Pasted> => {
  const actor = await presentActor(asker);
  const read = await readPaste(actor, input);
  const { cells, review } = read;
  if (input.does !== "record") return { review };
  const { month } = input;
  const findDone = async () => (request ? findDoneAction(actor, request) : undefined);
  try {
    // Sent again after it was done, it has nothing left to record; its door tells whether it is the same.
    const chosen = (await findDone()) ? [] : chooseCells(read, input);
    const pasted = await pasteActuals(asker, chosen, { request, reason: whyOf(cells, input), month });
    return await leadOn(paths.return(month, { pasted: pasted ?? (await findDone()) }), {});
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Recorded under this request already, its answer lost: that is shown, and not what was chosen of it since.
    const done = error.code === "REQUEST_REUSED" ? await findDone() : undefined;
    if (done) return leadOn(paths.return(month, { pasted: done, again: 1 }), {});
    const now = error.code === "CONFLICT" ? (await readPaste(actor, input)).review : review;
    // One reason is given for all of them.
    const { because, ...others } = error.fields;
    const fields = because ? { ...others, reason: because } : others;
    throw new Refusal(error.code, error.message, { fields, details: { review: now } });
  }
});

/** Leads back to the return; one that was already done, likewise. */
async function ledBack(asker: Asker, address: ReturnAddress | undefined, place: ReturnPlace, done: ReturnDone) {
  const found = address ?? (await findReturnAddress(await presentActor(asker), place));
  return leadOn(paths.teamReturn(found, { done }), { month: place.month });
}

export const submitReturnAction = defineAction(SubmitReturnInput, async (asker, input, request) =>
  ledBack(asker, await submitReturn(asker, input, request), input, "submitted"),
);

export const askReopeningAction = defineAction(AskReopeningInput, async (asker, input, request) =>
  ledBack(asker, await askReopening(asker, input, request), input, "asked"),
);

export const withdrawReopeningAction = defineAction(WithdrawReopeningInput, async (asker, input, request) =>
  ledBack(asker, await withdrawReopening(asker, input, request), input, "taken back"),
);

export const refuseReopeningAction = defineAction(RefuseReopeningInput, async (asker, input, request) =>
  ledBack(asker, await refuseReopening(asker, input, request), input, "refused"),
);

export const reopenReturnAction = defineAction(ReopenReturnInput, async (asker, input, request) =>
  ledBack(asker, await reopenReturn(asker, input, request), input, "reopened"),
);
