import { EarnedGrade } from "#components/returns/earned-grade";
import { FigureCell } from "#components/returns/figure-cell";
import { PreviousFigure } from "#components/returns/previous-figure";
import { RowCommentLine } from "#components/returns/row-comment-line";
import { RowDetails } from "#components/returns/row-details";
import { RowError } from "#components/returns/row-error";
import { RowSaying } from "#components/returns/row-saying";
import type { ReturnRows } from "#components/returns/use-return-rows";
import { MilestoneMark } from "#components/scorecards/milestone-mark";
import { paths } from "#lib/paths";
import type { ReturnPart } from "#lib/returns/return-parts";
import type { ReturnRow } from "#lib/returns/return-row";
import { readActual, saysNothing } from "#lib/rules/actual";
import { earnedGrade, gradeReason, publishedBand } from "#lib/rules/grade";
import { bandedLevels, levelOf } from "#lib/rules/labels";
import { milestoneState, milestoneWords } from "#lib/rules/milestone";
import { type Month, monthName, monthShort } from "#lib/rules/month";
import { asSaved } from "#lib/rules/row-state";

const cell = "block px-2 py-1 align-top lg:table-cell lg:border-b lg:border-line lg:py-2";
const figureCell = `${cell} flex items-baseline justify-between gap-3 lg:text-right lg:whitespace-nowrap`;

/** One indicator's row: what it was, what it is, what that earns, and what there is to say about it. */
export function ReturnTableRow({
  month,
  row,
  part,
  grid,
}: {
  month: Month;
  row: ReturnRow;
  part: ReturnPart;
  grid: ReturnRows;
}) {
  const state = grid.states[row.indicatorId] ?? asSaved(row);
  const reading = saysNothing(state.typed) ? null : readActual(state.typed, row);
  const content = reading?.ok ? reading.content : null;
  const { bands, milestone, precision } = row;
  const level = levelOf(part.labels, earnedGrade(content?.value, bands, part.labels));
  const id = row.indicatorId;

  return (
    <tr
      className="block border-b border-line py-3 lg:table-row lg:py-0"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) grid.save(id);
      }}
    >
      <th scope="row" className={`${cell} text-left font-semibold`}>
        {row.ref}
      </th>
      <td className={`${cell} lg:min-w-56`}>
        {row.measure}
        <p className="text-[0.8125rem] leading-5 text-soft">
          <span aria-hidden="true">{row.direction === "higher" ? "↑" : "↓"}</span> {row.direction} is better
          {bands && (
            <>
              {" · "}
              {bandedLevels(part.labels)
                .map((each) => `${each.word} ${publishedBand(each, bands, part.labels) ?? "–"}`)
                .join(" · ")}
            </>
          )}
        </p>
        <RowError id={id} state={state} />
        {content?.value != null && bands && (
          <p id={`${id}.why`} className="text-[0.8125rem] leading-5 text-soft">
            {gradeReason(content.value, bands, part.labels)}.
          </p>
        )}
      </td>
      <td className={figureCell}>
        <PreviousFigure row={row} part={part} />
      </td>
      <td className={figureCell}>
        <span className="text-soft lg:hidden">{monthShort(month)}</span>
        <FigureCell label={`${row.ref}, ${monthName(month)}`} row={row} state={state} grid={grid} />
      </td>
      <td className={figureCell}>
        <span className="text-soft lg:hidden">Earns</span>
        <EarnedGrade content={content} level={level} precision={precision} />
      </td>
      <td className={`${cell} flex items-baseline justify-between gap-3`}>
        <span className="text-soft lg:hidden">Milestone</span>
        {milestone ? (
          <span className="text-right lg:text-left">
            <MilestoneMark
              asTyped={milestone.asTyped}
              state={milestoneState(milestone, content?.value ?? null, part.state)}
              words={milestoneWords(milestone, content?.value ?? null, part.state)}
              stacked
            />
          </span>
        ) : (
          <span className="text-soft">none</span>
        )}
      </td>
      <td className={`${cell} lg:w-80`}>
        <RowSaying row={row} state={state} grid={grid} />
        <RowCommentLine
          href={paths.comment(part.scorecard.slug, row.ref, month)}
          row={row}
          content={state.content}
          typed={content ?? state.content}
          part={part}
        />
        {row.whyNot === null && <RowDetails row={row} state={state} grid={grid} />}
      </td>
    </tr>
  );
}
