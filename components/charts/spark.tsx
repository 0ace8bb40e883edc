/** A line that the server worked out, with a dot on each of its figures and a larger one on the last. */
export function Spark({ path, title, width, height }: { path: string; title: string; width: number; height: number }) {
  if (!path) return <span className="spark">no figures</span>;
  const dots = path.replace(/[ML]([^ML]+)/g, "M$1h0");
  return (
    <svg role="img" viewBox={`0 0 ${2 * width} ${2 * height}`} width={width} height={height} className="spark">
      <title>{title}</title>
      <path d={path} />
      <path d={dots} />
      <path d={dots.slice(dots.lastIndexOf("M"))} />
    </svg>
  );
}
