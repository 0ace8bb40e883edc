import { fileColours, fileStyle } from "#components/charts/chart-file-style";
import type { Chart } from "#components/charts/chart-model";
import { ChartAxis, ChartLevels, ChartPlot } from "#components/charts/indicator-chart";
import { plotHeight } from "#components/charts/plot-height";
import { svgText } from "#components/charts/svg-text";

const [width, plotWidth, top, lineHeight, longestLine] = [1000, 840, 60, 18, 150];

/** The chart of an indicator's page as a file that stands by itself: the same drawing, with its title, what it says, and its styles inside. */
export function chartFile(
  chart: Chart,
  { title, about, words }: { title: string; about: string; words: string[] },
): string {
  const lines = [...words, ...keyWords(chart)].flatMap(wrapped);
  const foot = top + plotHeight + 50;
  const height = foot + lines.length * lineHeight;
  return svgText(
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <title>{title}</title>
      <desc>{words.join(" ")}</desc>
      <style>{fileStyle}</style>
      <rect width={width} height={height} fill={fileColours.paper} />
      <text className="heading" x="8" y="22">
        {title}
      </text>
      <text x="8" y="42">
        {about}
      </text>
      <ChartAxis chart={chart} at={{ y: top }} />
      <ChartPlot chart={chart} title={title} at={{ x: 44, y: top, width: plotWidth }} />
      <ChartLevels chart={chart} at={{ x: 44 + plotWidth, y: top }} />
      {lines.map((line, index) => (
        <text key={line} x="8" y={foot + index * lineHeight}>
          {line}
        </text>
      ))}
    </svg>,
  );
}

/** What the signs and lines mean: of those alone that are in it. */
function keyWords({ points, marks, lines }: Chart): string[] {
  const signs = new Set(points.map(({ sign }) => sign));
  const states = new Set(marks.map(({ state }) => state));
  const said = [
    signs.has("improvement") && "square: special cause, improvement",
    signs.has("concern") && "triangle: special cause, concern",
    signs.has("neither") && "hexagon: special cause, neither",
    states.has("met") && "full diamond: milestone met",
    states.has("missed") && "crossed diamond: milestone missed",
    states.has("due") && "empty diamond: milestone to come",
    states.has("no figure") && "barred diamond: milestone without a figure",
    states.has("hidden") && "barred diamond: milestone of a hidden figure",
    ...lines.map(({ kind, label }) => `${kind === "mean" ? "line" : kind === "limit" ? "dashed" : "dotted"}: ${label}`),
  ].filter((each) => each !== false);
  return said.length > 0 ? [`${said.join("; ")}.`] : [];
}

/** A text's lines, none longer than there is room for. */
function wrapped(text: string): string[] {
  return text.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= longestLine) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}
