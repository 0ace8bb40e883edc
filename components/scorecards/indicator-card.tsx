import { cellFigure } from "#components/scorecards/cell-figure";
import { changeWords } from "#components/scorecards/change-words";
import { CommentSaid } from "#components/scorecards/comment-said";
import { DirectionWords } from "#components/scorecards/direction-words";
import { IndicatorTrend } from "#components/scorecards/indicator-trend";
import { paceWords } from "#components/scorecards/milestone-lists";
import { MilestoneMark } from "#components/scorecards/milestone-mark";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { monthName } from "#lib/rules/month";
import type { MilestoneAhead } from "#lib/scorecards/milestones-ahead";
import type { Sheet } from "#lib/scorecards/sheet";
import type { Change } from "#lib/scorecards/what-changed";

/** One indicator in a month: trend, figure and grade, what changed, milestone, comment. */
export function IndicatorCard({
  change,
  next,
  sheet,
  timeZone,
}: {
  change: Change;
  next: MilestoneAhead | undefined;
  sheet: Sheet;
  timeZone: string;
}) {
  const { indicator, cell } = change;
  return (
    <article className="grid content-start gap-2 border-t border-line py-4">
      <h4 className="flex gap-2.5 font-semibold">
        <TextLink href={paths.indicator(sheet.scorecard.slug, indicator.ref)}>{indicator.ref}</TextLink>
        <span className="min-w-0 font-normal">
          {cell.at.measure}{" "}
          <span className="text-sm">
            <DirectionWords direction={cell.at.direction} />
          </span>
        </span>
      </h4>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        {cellFigure(cell)}
        <IndicatorTrend indicator={indicator} months={sheet.figureMonths} width={120} height={34} />
        <p className="min-w-0 text-sm text-soft">{changeWords(change)}</p>
      </div>
      <p className="text-sm">
        {cell.milestone ? (
          <>
            Milestone: <MilestoneMark asTyped={cell.milestone.milestone.asTyped} state={cell.milestone.state} />
          </>
        ) : (
          <span className="text-soft">No milestone this month</span>
        )}
        {next && (
          <span className="text-soft">
            {" "}
            · next: {next.milestone.asTyped} by {monthName(next.month)}, {paceWords(next)}
          </span>
        )}
      </p>
      <CommentSaid cell={cell} timeZone={timeZone} withMonth={false} />
    </article>
  );
}
