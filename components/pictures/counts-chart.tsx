import { barsHeight } from "#components/pictures/bars-height";
import { CountsTable } from "#components/pictures/counts-table";
import type { PicturesView } from "#components/pictures/pictures-view";

/** How many indicators earned each level, month by month, with a sentence under it and a table behind. */
export function CountsChart({ view: { bars, countsSaid, counts } }: { view: PicturesView }) {
  return (
    <figure className="my-3">
      <svg
        role="img"
        aria-label="How many indicators earned each grade, month by month"
        className="counts"
        height={barsHeight + 22}
      >
        {bars.map(({ name, x, width, parts }, index) => (
          <svg key={name} x={`${x}%`} width={`${width}%`} height={barsHeight + 22}>
            {parts.map(([tone, y, height, label]) => (
              <g key={y} className={tone || "bare"}>
                <rect width="100%" y={y} height={height} />
                <text x="50%" y={y + height / 2 + 4}>
                  {label}
                </text>
              </g>
            ))}
            <text x="50%" y={barsHeight + 16} className={index % 3 === 0 ? "month" : "month spare"}>
              {name}
            </text>
          </svg>
        ))}
      </svg>
      <figcaption className="mt-1 text-sm text-soft">{countsSaid}</figcaption>
      <CountsTable counts={counts} />
    </figure>
  );
}
