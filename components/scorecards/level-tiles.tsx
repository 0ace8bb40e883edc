import type { ShownLevel } from "#components/scorecards/grade-class";
import { GradeSign } from "#components/scorecards/grade-sign";
import type { RefView } from "#components/scorecards/tiles-view";
import { Tiles } from "#components/ui/card";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";

/** A tile for each level, best first, and one for what has no grade: how many, and which. */
export function LevelTiles({
  levels,
  tiles,
  slug,
}: {
  levels: readonly ShownLevel[];
  tiles: readonly (readonly RefView[])[];
  slug: string;
}) {
  return (
    <Tiles>
      {tiles.map((refs, index) => {
        const level = levels[index];
        return (
          <div key={level?.word ?? ""} className="card tile">
            <p>
              {level && <GradeSign level={level} />}
              {level?.word ?? "No grade"}
            </p>
            <p>{refs.length}</p>
            {refs.length === 0 ? <div>none</div> : <Refs refs={refs} slug={slug} />}
          </div>
        );
      })}
    </Tiles>
  );
}

function Refs({ refs, slug }: { refs: readonly RefView[]; slug: string }) {
  return (
    <ul className="refs touchable">
      {refs.map(([ref, moved, from], index) => (
        <li key={ref}>
          <TextLink href={paths.indicator(slug, ref)}>{ref}</TextLink>
          {moved && (
            <>
              {" "}
              <span aria-hidden="true">{moved > 0 ? "▲" : "▼"}</span>
              <span className="sr-only">{moved > 0 ? "up" : "down"}</span>
              {` from ${from}${index < refs.length - 1 ? "," : ""}`}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
