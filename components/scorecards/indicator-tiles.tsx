import { figuresWords, gradesWords } from "#components/scorecards/change-words";
import { FigureFlags } from "#components/scorecards/figure-flags";
import { GradeSign } from "#components/scorecards/grade-sign";
import { paceWords } from "#components/scorecards/milestone-lists";
import { NoFigure } from "#components/scorecards/no-figure";
import { Tile, Tiles } from "#components/ui/card";
import { figureKind } from "#lib/rules/figure-kind";
import { figureWords } from "#lib/rules/figure-words";
import { gradeReason } from "#lib/rules/grade";
import { levelOf } from "#lib/rules/labels";
import { monthName } from "#lib/rules/month";
import { travelWords } from "#lib/rules/travel";
import type { MilestoneAhead } from "#lib/scorecards/milestones-ahead";
import type { Change } from "#lib/scorecards/what-changed";

/** One indicator in one month at a glance: figure and why its grade, since it was last due, milestone, and the way to the next. */
export function IndicatorTiles({ change, ahead }: { change: Change; ahead: readonly MilestoneAhead[] }) {
  const { cell, travel } = change;
  const { actual, at, grade, labels, milestone: planned, month, previousDue } = cell;
  const kind = figureKind(cell);
  const level = levelOf(labels, grade);
  const [next, ...later] = ahead;
  const signs = { met: "✓ ", missed: "✗ ", due: "", "no figure": "" };
  return (
    <Tiles wide>
      <Tile
        label={monthName(month)}
        value={
          actual?.value != null ? (
            <span className="inline-flex items-center gap-2">
              <span>
                {figureWords(actual.value, at)}
                <FigureFlags provisional={actual.provisional} estimated={actual.estimated} />
              </span>
              {level && <GradeSign level={level} />}
              {level && <span className="text-base font-semibold tracking-normal">{level.word}</span>}
            </span>
          ) : (
            kind !== "figure" && <NoFigure kind={kind} showWord />
          )
        }
      >
        {actual?.numerator && actual.denominator && (
          <p>
            {actual.numerator} of {actual.denominator}
          </p>
        )}
        {actual?.value != null && at.bands && <p>{gradeReason(actual.value, at.bands, labels)}</p>}
        {actual?.note && <p>Note: {actual.note}</p>}
      </Tile>
      <Tile
        label={previousDue ? `Since ${monthName(previousDue)}` : "Since it was last due"}
        value={
          travel ? (
            <>
              {travel.movement !== "level" && <span aria-hidden="true">{travel.movement === "up" ? "▲ " : "▼ "}</span>}
              {travelWords(travel)}
            </>
          ) : (
            <span className="text-base font-normal text-soft">nothing to compare</span>
          )
        }
      >
        <p>{figuresWords(change)}</p>
        <p>{gradesWords(change)}</p>
      </Tile>
      <Tile
        label={`Milestone ${monthName(month)}`}
        value={
          planned ? (
            <>
              <span aria-hidden="true">{signs[planned.state]}</span>
              {planned.words}
            </>
          ) : (
            <span className="text-base font-normal text-soft">none this month</span>
          )
        }
      >
        {planned?.milestone.asTyped}
      </Tile>
      {next && (
        <Tile
          label={`Next: ${next.milestone.asTyped} by ${monthName(next.month)}`}
          value={next.latest ? (next.pace === null ? "already there" : `${next.pace} a month`) : "no figure yet"}
        >
          {next.latest && next.pace !== null && <p>required pace from {monthName(next.latest)}</p>}
          {later.map((each) => (
            <p key={each.month}>
              then {each.milestone.asTyped} by {monthName(each.month)}: {paceWords(each)}
            </p>
          ))}
        </Tile>
      )}
    </Tiles>
  );
}
