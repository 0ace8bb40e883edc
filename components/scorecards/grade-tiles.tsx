import { GradeSign } from "#components/scorecards/grade-sign";
import { Tile, Tiles } from "#components/ui/card";
import { TextLink, touchable } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { gradeWord, type Labels } from "#lib/rules/labels";
import type { Change } from "#lib/scorecards/what-changed";

/** How many indicators earn each grade in a month, which they are, and which of them moved since they were last due. */
export function GradeTiles({ changes, labels, slug }: { changes: readonly Change[]; labels: Labels; slug: string }) {
  const none = changes.filter(({ cell }) => !cell.grade);
  return (
    <Tiles>
      {labels.map((level) => {
        const those = changes.filter(({ cell }) => cell.grade === level.rank);
        const label = (
          <span className="inline-flex items-center gap-1.5">
            <GradeSign level={level} />
            {level.word}
          </span>
        );
        return (
          <Tile key={level.rank} label={label} value={those.length}>
            <Refs changes={those} slug={slug} />
          </Tile>
        );
      })}
      <Tile label="No grade" value={none.length}>
        <Refs changes={none} slug={slug} />
      </Tile>
    </Tiles>
  );
}

function Refs({ changes, slug }: { changes: readonly Change[]; slug: string }) {
  if (changes.length === 0) return <p>none</p>;
  return (
    <ul className={`flex flex-wrap gap-x-2.5 ${touchable}`}>
      {changes.map(({ indicator: { ref }, before, levels }, index) => (
        <li key={ref}>
          <TextLink href={paths.indicator(slug, ref)}>{ref}</TextLink>
          {levels !== null && levels !== 0 && before?.grade && (
            <>
              {" "}
              <span aria-hidden="true">{levels > 0 ? "▲" : "▼"}</span>
              <span className="sr-only">{levels > 0 ? "up" : "down"}</span> from{" "}
              {gradeWord(before.labels, before.grade)}
              {index < changes.length - 1 && ","}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
