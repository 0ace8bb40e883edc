"use client";

import type { ShownLevel } from "#components/scorecards/grade-class";
import { GradeSign } from "#components/scorecards/grade-sign";
import type { RefView } from "#components/scorecards/tiles-view";
import { Tiles } from "#components/ui/card";
import { type PastAddress, paths } from "#lib/paths";

/** A tile for each level, best first, and one for what has no grade: how many, and which. */
export function LevelTiles({
  levels,
  tiles,
  slug,
  past,
  most = Number.POSITIVE_INFINITY,
}: {
  levels: readonly ShownLevel[];
  tiles: readonly (readonly RefView[])[];
  slug: string;
  past: PastAddress;
  /** How many a tile names, those that moved before the others. */
  most?: number;
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
            {refs.length === 0 ? <div>none</div> : <Refs refs={refs} slug={slug} past={past} most={most} />}
          </div>
        );
      })}
    </Tiles>
  );
}

function Refs({ refs, slug, past, most }: { refs: readonly RefView[]; slug: string; past: PastAddress; most: number }) {
  const movedFirst = [...refs.filter(([, moved]) => moved), ...refs.filter(([, moved]) => !moved)];
  const named = refs.length <= most ? refs : movedFirst.slice(0, most);
  return (
    <ul className="refs touchable">
      {named.map(([ref, moved, from], index) => (
        <li key={ref}>
          <a href={paths.indicator(slug, ref, past)}>{ref}</a>
          {moved && (
            <>
              {" "}
              <span aria-hidden="true">{moved > 0 ? "▲" : "▼"}</span>
              <span className="sr-only">{moved > 0 ? "up" : "down"}</span>
              {` from ${from}${index < named.length - 1 ? "," : ""}`}
            </>
          )}
        </li>
      ))}
      {named.length < refs.length && <li>{`and ${refs.length - named.length} more`}</li>}
    </ul>
  );
}
