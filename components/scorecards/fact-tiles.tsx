import type { FactsView } from "#components/scorecards/facts-view";
import { FigureFlags } from "#components/scorecards/figure-flags";
import { GradeSign } from "#components/scorecards/grade-sign";
import { NoFigure } from "#components/scorecards/no-figure";
import { Tile, Tiles } from "#components/ui/card";

const signs = { met: "✓ ", missed: "✗ ", due: "", "no figure": "", hidden: "" };

/** One indicator in one month at a glance: figure and why its grade, since it was last due, milestone, and the way to the next. */
export function FactTiles({ facts }: { facts: FactsView }) {
  const { month, kind, figure, flags, level, about, since, travel, moved, milestone, next } = facts;
  const none = (words: string) => <span className="text-base font-normal text-soft">{words}</span>;
  return (
    <Tiles wide>
      <Tile
        label={month}
        value={
          kind === "figure" ? (
            <span className="inline-flex items-center gap-2">
              <span>
                {figure}
                <FigureFlags flags={flags} />
              </span>
              {level && <GradeSign level={level} />}
              {level && <span className="text-base font-semibold tracking-normal">{level.word}</span>}
            </span>
          ) : (
            <NoFigure kind={kind} flags={flags} showWord />
          )
        }
      >
        <Lines lines={about} />
      </Tile>
      <Tile
        label={since}
        value={
          travel ? (
            <>
              <span aria-hidden="true">{travel[0]}</span>
              {travel[1]}
            </>
          ) : (
            none("nothing to compare")
          )
        }
      >
        <Lines lines={moved} />
      </Tile>
      <Tile
        label={`Milestone ${month}`}
        value={
          milestone ? (
            <>
              <span aria-hidden="true">{signs[milestone[0]]}</span>
              {milestone[1]}
            </>
          ) : (
            none("none this month")
          )
        }
      >
        {milestone?.[2]}
      </Tile>
      {next && (
        <Tile label={next.label} value={next.value}>
          <Lines lines={next.about} />
        </Tile>
      )}
    </Tiles>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => lines.map((line) => <p key={line}>{line}</p>);
