/** A line that the server worked out, with a dot on a figure by itself and a larger one on the last. */
export function Spark({ path, title, width, height }: { path: string; title: string; width: number; height: number }) {
  if (!path) return <span className="spark">no figures</span>;
  const places = path.slice(1).split(/[ML]/);
  const alone = path.match(/M[^ML]+(?=M|$)/g) ?? [];
  return (
    <svg role="img" viewBox={`0 0 ${2 * width} ${2 * height}`} width={width} height={height} className="spark">
      <title>{title}</title>
      <path d={path} />
      {alone.length > 0 && <path className="alone" d={alone.map((place) => `${place}h0`).join("")} />}
      <path className="last" d={`M${places.at(-1)}h0`} />
    </svg>
  );
}
