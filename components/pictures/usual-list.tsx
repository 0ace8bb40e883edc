import { plotHeight } from "#components/charts/plot-height";
import type { PicturesView } from "#components/pictures/pictures-view";
import { AssuranceIcon, VariationIcon, variationWords } from "#components/pictures/usual-icons";
import type { UsualRow } from "#components/pictures/usual-rows";
import { FigureView } from "#components/scorecards/figure-view";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";

/** Every indicator's line over its bands, with what is usual of it and whether its milestone can be counted on, as icons with words. */
export function UsualList({ view: { slug, past, usual, levels } }: { view: PicturesView }) {
  return (
    <ul className="usual-list">
      {usual.map((row) => (
        <li key={row.ref}>
          <p>
            <TextLink href={paths.indicator(slug, row.ref, past)}>{row.ref}</TextLink> {row.measure}
          </p>
          <BandedLine row={row} />
          <div>
            {row.latest && (
              <>
                <FigureView cell={row.latest.cell} levels={levels} /> <small>{row.latest.month}</small>
              </>
            )}
          </div>
          <Usual row={row} />
        </li>
      ))}
    </ul>
  );
}

/** The chart of an indicator's page, small: its page has the figures. */
function BandedLine({ row: { ref, areas, line, limits } }: { row: UsualRow }) {
  if (!line) return <span className="text-soft">no figure</span>;
  return (
    <svg
      role="img"
      aria-label={`${ref} over its bands`}
      className="banded"
      viewBox={`0 0 1000 ${plotHeight}`}
      preserveAspectRatio="none"
    >
      {areas.map(([tone, x, y, width, height]) => (
        <rect key={`${x} ${y}`} className={tone} x={x} y={y} width={width} height={height} />
      ))}
      {limits && <path className="limit" d={limits} />}
      <path d={line} />
      <path className="last" d={`M${line.split(/[ML]/).at(-1)}h0`} />
    </svg>
  );
}

function Usual({ row: { variation, given, promise } }: { row: UsualRow }) {
  if (!variation) return <p className="text-soft">{given}</p>;
  return (
    <ul>
      <li>
        <VariationIcon variation={variation} /> {variationWords(variation)}
      </li>
      {promise && (
        <li>
          <AssuranceIcon assurance={promise.assurance} /> {`${promise.assurance}: ${promise.of}`}
        </li>
      )}
    </ul>
  );
}
