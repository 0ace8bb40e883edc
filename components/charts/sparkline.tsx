import { Spark } from "#components/charts/spark";
import { type SparkPoint, sparkPath } from "#components/charts/spark-path";

/**
 * The figures of the months shown as a line, drawn on the server. It says in words what it shows, since nobody can read a
 * figure off it.
 */
export function Sparkline({
  points,
  title,
  width = 92,
  height = 28,
}: {
  points: readonly SparkPoint[];
  title: string;
  width?: number;
  height?: number;
}) {
  return <Spark path={sparkPath(points, width, height)} title={title} width={width} height={height} />;
}
