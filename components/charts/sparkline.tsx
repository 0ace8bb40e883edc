import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";

type Point = { month: string; value: string | null; isDue: boolean };

/**
 * The figures of the months shown as a line, drawn on the server; a month in which one was due and not given is a gap.
 * It says in words what it shows, since nobody can read a figure off it.
 */
export function Sparkline({
  points,
  title,
  description,
  width = 92,
  height = 28,
}: {
  points: readonly Point[];
  title: string;
  description?: string;
  width?: number;
  height?: number;
}) {
  const given = points.flatMap(({ value }) => (value === null ? [] : [Number(value)]));
  if (given.length === 0) return <span className="text-xs text-soft">no figures</span>;

  const x = scalePoint<number>(
    points.map((_, index) => index),
    [5, width - 5],
  ).padding(0);
  const [low, high] = [Math.min(...given), Math.max(...given)];
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [height - 5, 5]);
  const at = (index: number) => x(index) ?? width / 2;
  const onLine = points
    .map((point, index) => ({ ...point, index }))
    .filter(({ value, isDue }) => isDue || value !== null);
  const path = line<(typeof onLine)[number]>()
    .defined(({ value }) => value !== null)
    .x(({ index }) => round(at(index)))
    .y(({ value }) => round(y(Number(value))))(onLine);
  const last = points.findLastIndex(({ value }) => value !== null);

  return (
    <svg role="img" viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="max-w-none">
      <title>{title}</title>
      {description && <desc>{description}</desc>}
      <path d={path ?? ""} className="fill-transparent stroke-soft" strokeWidth="1.5" strokeLinejoin="round" />
      {points.map(({ month, value }, index) =>
        value === null ? null : (
          <circle
            key={month}
            cx={round(at(index))}
            cy={round(y(Number(value)))}
            r={index === last ? 3 : 1.5}
            className={index === last ? "fill-ink" : "fill-soft"}
          />
        ),
      )}
    </svg>
  );
}

const round = (number: number) => Math.round(number * 10) / 10;
