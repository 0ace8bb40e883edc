import { EarnedGrade } from "#components/returns/earned-grade";
import { FigureCell } from "#components/returns/figure-cell";
import { PreviousFigure } from "#components/returns/previous-figure";
import { RowCommentLine } from "#components/returns/row-comment-line";
import { RowDetails } from "#components/returns/row-details";
import { RowError } from "#components/returns/row-error";
import { RowSaying } from "#components/returns/row-saying";
import type { RangeColumn } from "#components/returns/use-cell-range";
import type { GridKeys } from "#components/returns/use-grid-keys";
import type { ReturnRows } from "#components/returns/use-return-rows";
import { DirectionWords } from "#components/scorecards/direction-words";
import { MilestoneMark } from "#components/scorecards/milestone-mark";
import { paths } from "#lib/paths";
import type { ReturnPart } from "#lib/returns/return-parts";
import type { ReturnRow } from "#lib/returns/return-row";
import { emptyActual, readActual, saysNothing } from "#lib/rules/actual";
import { isReasonAsked } from "#lib/rules/asks-why";
import { earnedGrade, gradeReason, publishedBand } from "#lib/rules/grade";
import { bandedLevels, levelOf } from "#lib/rules/labels";
import { milestoneState, milestoneWords } from "#lib/rules/milestone";
import { type Month, monthName, monthShort } from "#lib/rules/month";
import { rowKey } from "#lib/rules/return-row";
import { asSaved } from "#lib/rules/row-state";

/** One indicator's row: what it was, what it is, what that earns, and what there is to say about it. */
export function ReturnTableRow({
  month,
  row,
  part,
  grid,
  keys,
  isPreviousNamed,
}: {
  month: Month;
  row: ReturnRow;
  part: ReturnPart;
  grid: ReturnRows;
  keys: GridKeys;
  /** Whether the column says of which month the previous figure is. */
  isPreviousNamed: boolean;
}) {
  const state = grid.states[row.indicatorId] ?? asSaved(row);
  const reading = saysNothing(state.typed) ? null : readActual(state.typed, row);
  // What cannot be read changes nothing: what is recorded still stands.
  const content = reading && (reading.ok ? reading.content : state.content);
  const isWhyAsked = isReasonAsked(state.content, reading === null ? emptyActual : content, state.asksWhy);
  const { bands, milestone, precision } = row;
  const level = levelOf(part.labels, earnedGrade(content?.value, bands, part.labels));
  const key = rowKey(row.indicatorId);
  const published =
    bands &&
    bandedLevels(part.labels).map((each) => ` · ${each.word} ${publishedBand(each, bands, part.labels) ?? "–"}`);

  const ranged = (column: RangeColumn) => ({ "data-range": keys.range.has(row.indicatorId, column) || undefined });

  return (
    <tr
      {...keys.row(row.indicatorId)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) grid.save(row.indicatorId);
      }}
    >
      <th scope="row" {...ranged("ref")}>
        {row.ref}
      </th>
      <td {...ranged("measure")}>
        {row.measure}
        <p>
          <DirectionWords direction={row.direction} />
          {published?.join("")}
        </p>
        <RowError name={key} state={state} />
        {content?.value != null && bands && (
          <p id={`${key}.why`}>{`${gradeReason(content.value, bands, part.labels)}.`}</p>
        )}
      </td>
      <td {...ranged("previous")}>
        <PreviousFigure row={row} isNamed={isPreviousNamed} />
      </td>
      <td {...ranged("figure")}>
        <i>{monthShort(month)}</i>
        <FigureCell
          label={`${row.ref}, ${monthName(month)}`}
          name={key}
          row={row}
          state={state}
          grid={grid}
          keys={keys}
        />
      </td>
      <td {...ranged("earns")}>
        <i>Earns</i>
        <EarnedGrade content={content} level={level} precision={precision} />
      </td>
      <td {...ranged("milestone")}>
        <i>Milestone</i>
        {milestone ? (
          <MilestoneMark
            asTyped={milestone.asTyped}
            state={milestoneState(milestone, content?.value ?? null, part.state)}
            words={milestoneWords(milestone, content?.value ?? null, part.state)}
            stacked
          />
        ) : (
          <span className="text-soft">none</span>
        )}
      </td>
      <td>
        <RowSaying row={row} name={key} state={state} grid={grid} isWhyAsked={isWhyAsked} />
        <RowCommentLine
          href={paths.comment(part.scorecard.slug, row.ref, month, { from: "returns" })}
          row={row}
          content={state.content}
          typed={content ?? state.content}
          part={part}
        />
        {row.whyNot === null && <RowDetails row={row} name={key} state={state} grid={grid} isWhyAsked={isWhyAsked} />}
      </td>
    </tr>
  );
}
