"use client";

import { useActionState, useCallback, useMemo, useState } from "react";
import { LeftOver } from "#components/kept/left-over";
import { WrittenBy } from "#components/kept/written-by";
import { ClearFigures } from "#components/returns/clear-figures";
import { keptName } from "#components/returns/kept-name";
import { KeyList } from "#components/returns/key-list";
import { lastButton } from "#components/returns/move-in-column";
import { type PackedPart, unpackPart } from "#components/returns/packed-part";
import { PasteDialog } from "#components/returns/paste/paste-dialog";
import { PutBackNote } from "#components/returns/put-back-note";
import { ReturnProgress } from "#components/returns/return-progress";
import { ReturnTable } from "#components/returns/return-table";
import { useGridKeys } from "#components/returns/use-grid-keys";
import { useReturnRows } from "#components/returns/use-return-rows";
import { useUndo } from "#components/returns/use-undo";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { paths } from "#lib/paths";
import { recordReturnAction } from "#lib/returns/actions";
import { typedActual } from "#lib/rules/actual";
import { isBlock } from "#lib/rules/is-block";
import { type Month, monthName } from "#lib/rules/month";
import { rowKey } from "#lib/rules/return-row";
import { writtenByField } from "#lib/rules/written-by";

/**
 * A month's return: one form round all its rows. Without a script its button sends every row; with one each row saves
 * itself, and the button sends those that are not saved yet.
 */
export function ReturnGrid({ month, page, packed }: { month: Month; page: number; packed: PackedPart[] }) {
  const parts = useMemo(() => packed.map(unpackPart), [packed]);
  const [outcome, sendAll] = useActionState(recordReturnAction, null);
  const [{ words, of }, saySomething] = useState<{ words: string; of?: string }>({ words: "" });
  const setSaid = useCallback((said: string) => saySomething({ words: said }), []);
  const rows = useMemo(() => parts.flatMap((part) => part.rows), [parts]);
  const refOf = (id: string) => rows.find(({ indicatorId }) => indicatorId === id)?.ref;
  const undo = useUndo(refOf, setSaid);
  const grid = useReturnRows(month, rows, outcome, {
    onSaved: (act) => setSaid(undo.saved(act)),
    onRefused: (id, message) => {
      undo.refused(id);
      saySomething({ words: `${refOf(id)} not saved: ${message}`, of: id });
    },
  });
  const keys = useGridKeys({ parts, rows, grid, undo, say: setSaid });
  const isHeld = (id: string) => ["waiting", "refused", "conflict"].includes(grid.states[id]?.status ?? "");
  const refs = rows.filter(({ indicatorId }) => isHeld(indicatorId)).map(({ ref }) => ref);
  // What was refused is over once it was undone or typed anew.
  const said = of === undefined || isHeld(of) ? words : "";
  const [pasted, setPasted] = useState<{ start: string; block: string } | null>(null);
  const canType = rows.some(({ whyNot }) => whyNot === null);
  const refused = Object.entries(outcome?.rows ?? {}).flatMap(([id, sent]) => {
    if (sent.ok) return [];
    const row = rows.find(({ indicatorId }) => indicatorId === id);
    return [row ? { message: `${row.ref}: ${sent.message}`, field: `${rowKey(id)}.value` } : { message: sent.message }];
  });

  const gone = useMemo(
    () =>
      rows.flatMap(({ indicatorId, ref, whyNot: why, actual }) =>
        why === null ? [] : [{ name: keptName(indicatorId, month), label: ref, saved: typedActual(actual), why }],
      ),
    [rows, month],
  );

  return (
    <>
      <LeftOver forms={gone} />
      <form
        {...keys.form}
        action={sendAll}
        autoComplete="off"
        aria-label={`Figures of ${monthName(month)}`}
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
        <WrittenBy answer={outcome && { typed: { [writtenByField]: outcome.writtenBy ?? "" } }} />
        <input type="hidden" name="month" value={month} />
        <input type="hidden" name="page" value={page} />
        <ErrorSummary errors={refused} title="Some rows were not saved" />
        {grid.putBack && <PutBackNote putBack={grid.putBack} refOf={refOf} throwAway={grid.throwAway} />}
        <ReturnProgress parts={parts} states={grid.states} />
        {canType && (
          <div className="my-3 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
            <Button>Save figures</Button>
            <p className="text-sm text-soft [@media(scripting:none)]:hidden">
              Whatever you change saves itself as you leave it. Tab and Enter go from figure to figure, Esc undoes a
              cell. A block from a spreadsheet can be pasted on its first figure.
            </p>
            <KeyList />
            <a className="link text-sm" href={paths.paste(month)}>
              Paste a block of figures
            </a>
            <output aria-label="What was saved" className="text-sm font-semibold">
              <span className={refs.length > 0 ? "sr-only" : undefined}>{said}</span>
              {refs.length > 0 && <span aria-hidden="true">{`Not saved: ${refs.join(", ")}`}</span>}
            </output>
          </div>
        )}
        {parts.map((part) => (
          <ReturnTable
            key={part.scorecard.slug}
            month={month}
            part={part}
            grid={grid}
            keys={keys}
            isAlone={parts.length === 1}
          />
        ))}
        {canType && (
          <Button id={lastButton} className="mt-4 print:hidden">
            Save all figures
          </Button>
        )}
      </form>
      {keys.clearing.rows.length > 0 && <ClearFigures clearing={keys.clearing} grid={grid} />}
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
