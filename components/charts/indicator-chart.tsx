import type { Chart } from "#components/charts/chart-model";
import type { ChartMark, ChartPoint } from "#components/charts/chart-points";
import { plotHeight } from "#components/charts/plot-height";

const percent = (place: number) => `${Math.round(place * 10) / 10}%`;
const monthsHeight = 22;

/** Where a part stands, in a file. */
type Placed = { chart: Chart; at?: { x?: number; y?: number; width?: number } };

/** An indicator's figures, drawn as wide as there is room: what is placed across in percent keeps its size on every screen. */
export function IndicatorChart({ chart, title }: { chart: Chart; title: string }) {
  return (
    <div className="chart">
      <ChartAxis chart={chart} />
      <ChartPlot chart={chart} title={title} />
      <ChartLevels chart={chart} />
    </div>
  );
}

export function ChartAxis({ chart, at }: Placed) {
  return (
    <svg width="40" height={plotHeight + monthsHeight} aria-hidden="true" {...at}>
      {chart.ticks.map(({ y, label }) => (
        <text key={y} x="34" y={y + 4} textAnchor="end">
          {label}
        </text>
      ))}
    </svg>
  );
}

export function ChartPlot({ chart, title, at }: Placed & { title: string }) {
  return (
    <svg role="img" aria-label={title} className="plot" width="100%" height={plotHeight + monthsHeight} {...at}>
      {chart.areas.map(({ tone, x, width, y, height }) => (
        <rect key={`${x} ${y}`} className={tone} x={percent(x)} y={y} width={percent(width)} height={height} />
      ))}
      {chart.turns.map(({ x, words }) => (
        <g key={x} className="break">
          <line x1={percent(x)} x2={percent(x)} y1="0" y2={plotHeight} />
          <text x={percent(x)} dx="4" y="12">
            {words}
          </text>
        </g>
      ))}
      {chart.lines.map(({ kind, from, to, y, label }) => (
        <line key={`${kind} ${from} ${label}`} className={kind} x1={percent(from)} x2={percent(to)} y1={y} y2={y} />
      ))}
      <svg viewBox={`0 0 1000 ${plotHeight}`} width="100%" height={plotHeight} preserveAspectRatio="none">
        <path className="grid" d={chart.ticks.map(({ y }) => `M0,${y}h1000`).join("")} />
        <path className="line" d={chart.path} />
        <path
          className="dots"
          d={chart.path.replace(/[MLZ]([^MLZ]*)/g, (part, place) => (place ? `M${place}h0` : ""))}
        />
      </svg>
      {chart.marks.map((mark) => (
        <MilestoneSign key={mark.x} mark={mark} />
      ))}
      {signs.map((sign) => (
        <g key={sign} className={sign}>
          {chart.points.flatMap((point) =>
            point.sign === sign ? (
              <svg key={point.x} x={percent(point.x)} y={point.y}>
                <path d={pointShapes[sign]} />
              </svg>
            ) : (
              []
            ),
          )}
        </g>
      ))}
      {chart.points.flatMap((point) => (point.label ? <FigureLabel key={point.x} point={point} /> : []))}
      {chart.months.map(({ x, label, isKey }) => (
        <text key={x} className={isKey ? "month" : "month spare"} x={percent(x)} y={plotHeight + 16}>
          {label}
        </text>
      ))}
    </svg>
  );
}

/** What the levels are called, beside them. */
export function ChartLevels({ chart, at }: Placed) {
  return (
    <svg className="levels" height={plotHeight} aria-hidden="true" {...at}>
      {chart.levels.map(({ tone, word, short, y }) => (
        <g key={`${word} ${y}`} className={tone}>
          <text x="6" y={y} className="spare">
            {word}
          </text>
          <text x="4" y={y} className="narrow">
            {short}
          </text>
        </g>
      ))}
    </svg>
  );
}

export const pointShapes = {
  improvement: "M-5,-5h10v10h-10z",
  concern: "M0,-7l7,12h-14z",
  neither: "M-6,0l3,-5h6l3,5l-3,5h-6z",
};
const signs = ["improvement", "concern", "neither"] as const;

/** At the ends of the plot a label stays inside. */
const anchorAt = (x: number) => (x < 4 ? "start" : x > 96 ? "end" : undefined);

function FigureLabel({ point: { x, y, label, isAbove, isKey } }: { point: ChartPoint }) {
  return (
    <text
      className={isKey ? "figure" : "figure spare"}
      x={percent(x)}
      y={isAbove ? y - 9 : y + 18}
      textAnchor={anchorAt(x)}
    >
      {label}
    </text>
  );
}

export const markShapes = {
  met: "M0,-8l8,8l-8,8l-8,-8z",
  missed: "M0,-8l8,8l-8,8l-8,-8zM-4,-4l8,8M-4,4l8,-8",
  due: "M0,-8l8,8l-8,8l-8,-8z",
  "no figure": "M0,-8l8,8l-8,8l-8,-8zM-4,0h8",
  hidden: "M0,-8l8,8l-8,8l-8,-8zM-4,0h8",
};

function MilestoneSign({ mark: { x, y, label, isAbove, state } }: { mark: ChartMark }) {
  return (
    <svg x={percent(x)} y={y} className={`milestone ${state === "met" ? "reached" : ""}`}>
      <path d={markShapes[state]} />
      <text className="spare" y={isAbove ? -11 : 20} textAnchor={anchorAt(x)}>
        {label}
      </text>
    </svg>
  );
}
