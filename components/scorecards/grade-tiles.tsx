import { GradeSign } from "#components/scorecards/grade-sign";
import { Tile, Tiles } from "#components/ui/card";
import { TextLink, touchable } from "#components/ui/text-link";
import { gradeLevels } from "#db/vocabulary";
import { paths } from "#lib/paths";
import type { Labels } from "#lib/rules/grade";
import type { Change } from "#lib/scorecards/what-changed";

/** How many indicators earn each grade in a month, which they are, and which of them moved since they were last due. */
export function GradeTiles({ changes, labels, slug }: { changes: readonly Change[]; labels: Labels; slug: string }) {
  const none = changes.filter(({ cell }) => !cell.grade);
  return (
    <Tiles>
      {gradeLevels.map((level) => {
        const those = changes.filter(({ cell }) => cell.grade === level);
        const label = (
          <span className="inline-flex items-center gap-1.5">
            <GradeSign label={labels[level]} />
            {labels[level].word}
          </span>
        );
        return (
          <Tile key={level} label={label} value={those.length}>
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
              <span className="sr-only">{levels > 0 ? "up" : "down"}</span> from {before.labels[before.grade].word}
              {index < changes.length - 1 && ","}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
