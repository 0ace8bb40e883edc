import type { SparkBand } from "#components/charts/spark-bands";

/** A line that the server worked out before its levels, with a dot on a figure by itself and a larger one on the last. */
export function Spark({
  path,
  bands = [],
  title,
  width,
  height,
  isSizedAround = false,
}: {
  path: string;
  bands?: readonly SparkBand[] | undefined;
  title: string;
  width: number;
  height: number;
  /** Whether the styles around it say how large it is, and not the line itself: a table has one in each row. */
  isSizedAround?: boolean;
}) {
  if (!path) return <span className="spark">no figures</span>;
  const places = path.slice(1).split(/[ML]/);
  const alone = path.match(/M[^ML]+(?=M|$)/g) ?? [];
  return (
    <svg
      role="img"
      viewBox={`0 0 ${2 * width} ${2 * height}`}
      {...(!isSizedAround && { width, height })}
      className="spark"
    >
      <title>{title}</title>
      {bands.map(([tone, x, top, bottom]) => (
        <path key={tone} className={tone} d={`M${x},${top}H${2 * width}V${bottom}H${x}`} />
      ))}
      <path d={path} />
      {alone.length > 0 && <path className="alone" d={alone.map((place) => `${place}h0`).join("")} />}
      <path d={`M${places.at(-1)}h0`} />
    </svg>
  );
}
