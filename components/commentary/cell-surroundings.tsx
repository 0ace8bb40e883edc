import { CommentSaid } from "#components/scorecards/comment-said";
import { IndicatorTiles } from "#components/scorecards/indicator-tiles";
import { IndicatorTrend } from "#components/scorecards/indicator-trend";
import { Card } from "#components/ui/card";
import type { Surroundings } from "#lib/commentary/reading/get-surroundings";
import { momentName } from "#lib/rules/moment";
import { type Month, monthName } from "#lib/rules/month";
import { directionWords } from "#lib/rules/which-is-better";
import type { SheetCell } from "#lib/scorecards/sheet";

/** The figure that a comment explains, at a glance: its grade and why, how it travelled, its milestones, a year's line. */
export function CellSurroundings({ around }: { around: Surroundings }) {
  const { change, ahead, indicator, months } = around;
  return (
    <>
      <IndicatorTiles change={change} ahead={ahead} />
      {change.cell.small === "hidden from readers" && (
        <p className="my-3 max-w-3xl">
          Readers are not shown this figure, as a small number or because it gives one away. Words that tell it are kept
          from them too.
        </p>
      )}
      <Card className="my-4 flex flex-wrap items-center gap-x-5 gap-y-1">
        <IndicatorTrend indicator={indicator} months={months} width={220} height={48} />
        <p className="min-w-0 text-sm text-soft">{figuresInWords(around)}</p>
      </Card>
    </>
  );
}

/** The comment that the scorecard shows for this month, or that there is none. */
export function CommentOnShow({
  around,
  month,
  timeZone,
}: {
  around: Surroundings | null;
  month: Month;
  timeZone: string;
}) {
  return <Said cell={around?.change.cell ?? null} month={month} timeZone={timeZone} />;
}

/** The same for the month in which a figure was last due, under its heading; and to who follows it, that another waits. */
export function PreviousComment({
  around,
  heading: Heading,
  timeZone,
  isFollower,
}: {
  around: Surroundings | null;
  heading: "h2" | "h3";
  timeZone: string;
  isFollower: boolean;
}) {
  const previousDue = around?.change.cell.previousDue;
  if (!previousDue) return null;
  return (
    <section>
      <Heading className="mb-2 text-lg">The comment of {monthName(previousDue)}</Heading>
      <Said cell={around.change.before} month={previousDue} timeZone={timeZone} />
      {isFollower && around.previousWaits && (
        <p className="mt-2 text-soft">
          One submitted {momentName(around.previousWaits, timeZone)} waits for its head of service.
        </p>
      )}
    </section>
  );
}

function Said({ cell, month, timeZone }: { cell: SheetCell | null; month: Month; timeZone: string }) {
  if (cell?.comment) return <CommentSaid cell={cell} timeZone={timeZone} withMonth={false} />;
  return <p className="text-soft">No comment is on show for {monthName(month)}.</p>;
}

function figuresInWords({ indicator, months }: Surroundings): string {
  const given = months.flatMap((month) => {
    const value = indicator.cells.get(month)?.actual?.value;
    return value == null ? [] : [`${monthName(month).slice(0, 3)} ${value}`];
  });
  if (given.length === 0) return "No figures yet.";
  return `${given.join(" · ")}. ${directionWords(indicator.now.direction).replace(/^./, (first) => first.toUpperCase())}.`;
}
