"use client";

import { useActionState, useMemo, useState } from "react";
import { WrittenBy } from "#components/kept/written-by";
import { type PackedPart, unpackPart } from "#components/returns/packed-part";
import { PutBackNote } from "#components/returns/put-back-note";
import { ReturnProgress } from "#components/returns/return-progress";
import { ReturnTable } from "#components/returns/return-table";
import { useReturnRows } from "#components/returns/use-return-rows";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { recordReturnAction } from "#lib/returns/actions";
import type { Month } from "#lib/rules/month";
import { rowKey } from "#lib/rules/return-row";
import { writtenByField } from "#lib/rules/written-by";

/**
 * A month's return: one form round all its rows. Without a script its button sends every row; with one each row saves
 * itself, and the button sends those that are not saved yet.
 */
export function ReturnGrid({ month, page, packed }: { month: Month; page: number; packed: PackedPart[] }) {
  const parts = useMemo(() => packed.map(unpackPart), [packed]);
  const [outcome, sendAll] = useActionState(recordReturnAction, null);
  const [said, setSaid] = useState("");
  const rows = useMemo(() => parts.flatMap((part) => part.rows), [parts]);
  const refOf = (id: string) => rows.find(({ indicatorId }) => indicatorId === id)?.ref;
  const grid = useReturnRows(month, rows, outcome, {
    onSaved: (id) => setSaid(`${refOf(id)} saved`),
    onRefused: (id, message) => setSaid(`${refOf(id)} not saved: ${message}`),
  });
  const refs = rows
    .filter(({ indicatorId }) => ["waiting", "refused", "conflict"].includes(grid.states[indicatorId]?.status ?? ""))
    .map(({ ref }) => ref);
  const canType = rows.some(({ whyNot }) => whyNot === null);
  const refused = Object.entries(outcome?.rows ?? {}).flatMap(([id, sent]) => {
    if (sent.ok) return [];
    const row = rows.find(({ indicatorId }) => indicatorId === id);
    return [row ? { message: `${row.ref}: ${sent.message}`, field: `${rowKey(id)}.value` } : { message: sent.message }];
  });

  return (
    <form
      action={sendAll}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        grid.saveAll();
      }}
    >
      <WrittenBy answer={outcome && { typed: { [writtenByField]: outcome.writtenBy ?? "" } }} />
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="page" value={page} />
      <ErrorSummary errors={refused} title="Some rows were not saved" />
      {grid.putBack && <PutBackNote putBack={grid.putBack} refOf={refOf} throwAway={grid.throwAway} />}
      <ReturnProgress parts={parts} states={grid.states} />
      {canType && (
        <div className="my-3 flex flex-wrap print:hidden items-center gap-x-4 gap-y-2">
          <Button>Save figures</Button>
          <p className="text-sm text-soft [@media(scripting:none)]:hidden">
            Each figure saves itself as you leave it. Enter moves down, arrows move, Esc undoes a cell.
          </p>
          <output className="text-sm font-semibold">
            <span className={refs.length > 0 ? "sr-only" : undefined}>{said}</span>
            {refs.length > 0 && <span aria-hidden="true">{`Not saved: ${refs.join(", ")}`}</span>}
          </output>
        </div>
      )}
      {parts.map((part) => (
        <ReturnTable key={part.scorecard.slug} month={month} part={part} grid={grid} isAlone={parts.length === 1} />
      ))}
    </form>
  );
}
