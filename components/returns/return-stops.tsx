import { TextLink } from "#components/ui/text-link";
import { type PastAddress, paths } from "#lib/paths";
import type { ReturnCell } from "#lib/returns/return-cells";
import type { Month } from "#lib/rules/month";
import { rowKey } from "#lib/rules/return-row";
import type { StopKind } from "#lib/rules/what-stops";

type Place = { slug: string; month: Month; isLead: boolean; past: PastAddress };

/** What stops a return from being submitted, each leading to where it is mended; or what is to be mended in one that is. */
export function ReturnStops({
  cells,
  isLocked,
  ...place
}: Place & { cells: readonly ReturnCell[]; isLocked: boolean }) {
  const stops = cells.flatMap((cell) => cell.stops.map((stop) => ({ ...stop, cell })));
  if (isLocked && stops.length === 0) return null;
  const title = isLocked ? "To mend although it is submitted" : "What stops it from being submitted";
  return (
    <>
      <h2 className="mt-8 text-xl">
        {title} ({stops.length})
      </h2>
      {stops.length === 0 ? (
        <p>Nothing: every figure that is due is given or explained, and every required comment has its words.</p>
      ) : (
        <ul className="mt-1 grid max-w-3xl">
          {stops.map(({ kind, words, cell }) => (
            <li key={`${kind} ${cell.indicatorId}`} className="py-0.5">
              <TextLink
                href={hrefOf(kind, cell, place)}
                className="inline-block min-w-8 font-semibold leading-6"
                aria-label={`${kind === "figure" ? "The figure of" : "The comment on"} ${cell.ref}`}
              >
                {cell.ref}
              </TextLink>{" "}
              {words}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A lead types figures in the return's grid; others look at the indicator. */
function hrefOf(kind: StopKind, { indicatorId, ref }: ReturnCell, { slug, month, isLead, past }: Place): string {
  if (kind === "comment") return paths.comment(slug, ref, month, isLead ? { from: "returns" } : past);
  return isLead ? `${paths.return(month)}#${rowKey(indicatorId)}.value` : paths.indicator(slug, ref, past);
}
