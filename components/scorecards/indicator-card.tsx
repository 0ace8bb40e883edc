import { DirectionWords } from "#components/scorecards/direction-words";
import { FigureView } from "#components/scorecards/figure-view";
import { MilestoneMark } from "#components/scorecards/milestone-mark";
import { Said } from "#components/scorecards/said";
import type { CardView, ThemeView } from "#components/scorecards/theme-view";
import { TrendLine } from "#components/scorecards/trend-line";
import { trendSizes } from "#components/scorecards/trend-sizes";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { monthName } from "#lib/rules/month";

/** One indicator in a month: trend, figure and grade, what changed, milestone, comment. */
export function IndicatorCard({ card, view: { slug, past, levels, months } }: { card: CardView; view: ThemeView }) {
  const { ref, measure, direction, cell, trend, figures, words, milestone, next, said } = card;
  return (
    <article className="indicator">
      <h4>
        <TextLink href={paths.indicator(slug, ref, past)}>{ref}</TextLink>
        <span>
          {`${measure} `}
          <DirectionWords direction={direction} />
        </span>
      </h4>
      <div>
        <FigureView cell={cell} levels={levels} />
        <TrendLine indicatorRef={ref} trend={trend} figures={figures} months={months} size={trendSizes.card} />
        <p>{words}</p>
      </div>
      <p>
        {milestone ? (
          <>
            Milestone: <MilestoneMark asTyped={milestone[0]} state={milestone[1]} />
          </>
        ) : (
          <i>No milestone this month</i>
        )}
        {next && <i>{` · next: ${next[0]} by ${monthName(next[1])}, ${next[2]}`}</i>}
      </p>
      {said && (
        <div className="said">
          <Said said={said} />
        </div>
      )}
    </article>
  );
}
