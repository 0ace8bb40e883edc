import type { ReactNode } from "react";
import type { Chart } from "#components/charts/chart-model";
import { markShapes, pointShapes } from "#components/charts/indicator-chart";

const signWords = {
  improvement: "special cause, improvement",
  concern: "special cause, concern",
  neither: "special cause, neither",
} as const;
const markWords = {
  met: "milestone met",
  missed: "milestone missed",
  due: "milestone to come",
  "no figure": "milestone without a figure",
  hidden: "milestone of a hidden figure",
} as const;

/** What the signs and lines of a chart mean: of those alone that are in it. */
export function ChartKey({ chart: { points, marks, lines } }: { chart: Chart }) {
  const signs = new Set(points.map(({ sign }) => sign));
  const states = new Set(marks.map(({ state }) => state));
  return (
    <ul className="chart-key">
      {(["improvement", "concern", "neither"] as const)
        .filter((sign) => signs.has(sign))
        .map((sign) => (
          <Row key={sign} className={sign} words={signWords[sign]}>
            <path d={pointShapes[sign]} />
          </Row>
        ))}
      {(["met", "missed", "due", "no figure", "hidden"] as const)
        .filter((state) => states.has(state))
        .map((state) => (
          <Row key={state} className={`milestone ${state === "met" ? "reached" : ""}`} words={markWords[state]}>
            <path d={markShapes[state]} />
          </Row>
        ))}
      {lines.map(({ kind, from, label }) => (
        <Row key={`${from} ${label}`} words={label}>
          <line className={kind} x1="-14" x2="14" y1="0" y2="0" />
        </Row>
      ))}
    </ul>
  );
}

function Row({ className, words, children }: { className?: string; words: string; children: ReactNode }) {
  return (
    <li>
      <svg width="28" height="18" viewBox="-14 -9 28 18" className={className} aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  );
}
