"use client";

import { useActionState, useMemo, useState } from "react";
import { type PackedPart, unpackPart } from "#components/returns/packed-part";
import { PasteDialog } from "#components/returns/paste/paste-dialog";
import { ReturnProgress } from "#components/returns/return-progress";
import { ReturnTable } from "#components/returns/return-table";
import { useReturnRows } from "#components/returns/use-return-rows";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { paths } from "#lib/paths";
import { recordReturnAction } from "#lib/returns/actions";
import { isBlock } from "#lib/rules/is-block";
import type { Month } from "#lib/rules/month";
import { rowKey } from "#lib/rules/return-row";

/**
 * A month's return: one form round all its rows. Without a script its button sends every row; with one each row saves
 * itself, and the button sends those that are not saved yet.
 */
export function ReturnGrid({ month, page, packed }: { month: Month; page: number; packed: PackedPart[] }) {
  const parts = useMemo(() => packed.map(unpackPart), [packed]);
  const [outcome, sendAll] = useActionState(recordReturnAction, null);
  const [said, setSaid] = useState("");
  const rows = parts.flatMap((part) => part.rows);
  const refOf = (id: string) => rows.find(({ indicatorId }) => indicatorId === id)?.ref;
  const grid = useReturnRows(month, rows, outcome, {
    onSaved: (id) => setSaid(`${refOf(id)} saved`),
    onRefused: (id, message) => setSaid(`${refOf(id)} not saved: ${message}`),
  });
  const refs = rows
    .filter(({ indicatorId }) => ["refused", "conflict"].includes(grid.states[indicatorId]?.status ?? ""))
    .map(({ ref }) => ref);
  const [pasted, setPasted] = useState<{ start: string; block: string } | null>(null);
  const canType = rows.some(({ whyNot }) => whyNot === null);
  const refused = Object.entries(outcome?.rows ?? {}).flatMap(([id, sent]) => {
    if (sent.ok) return [];
    const row = rows.find(({ indicatorId }) => indicatorId === id);
    return [row ? { message: `${row.ref}: ${sent.message}`, field: `${rowKey(id)}.value` } : { message: sent.message }];
  });

  return (
    <>
      <form
        action={sendAll}
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          grid.saveAll();
        }}
        onPaste={(event) => {
          const block = event.clipboardData.getData("text/plain");
          const name = event.target instanceof HTMLInputElement ? event.target.name : "";
          const row = rows.find(({ indicatorId }) => name === `${rowKey(indicatorId)}.value`);
          if (!row || !isBlock(block)) return;
          event.preventDefault();
          setPasted({ start: row.indicatorId, block });
        }}
      >
        <input type="hidden" name="month" value={month} />
        <input type="hidden" name="page" value={page} />
        <ErrorSummary errors={refused} title="Some rows were not saved" />
        <ReturnProgress parts={parts} states={grid.states} />
        {canType && (
          <div className="my-3 flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button>Save figures</Button>
            <p className="text-sm text-soft [@media(scripting:none)]:hidden">
              Each figure saves itself as you leave it. Enter moves down, arrows move, Esc undoes a cell. A block from a
              spreadsheet can be pasted on its first figure.
            </p>
            <a className="link text-sm" href={paths.paste(month)}>
              Paste a block of figures
            </a>
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
      {pasted && (
        <PasteDialog
          month={month}
          starts={rows.map(({ indicatorId, ref }) => ({ value: indicatorId, label: ref }))}
          pasted={pasted}
          close={() => setPasted(null)}
        />
      )}
    </>
  );
}
