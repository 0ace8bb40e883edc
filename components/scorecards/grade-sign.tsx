import type { ReactNode } from "react";
import { gradeFill } from "#components/scorecards/grade-tones";
import type { GradeLevel, GradeShape } from "#db/vocabulary";
import type { Labels } from "#lib/rules/grade";

const shapes: Record<GradeShape, ReactNode> = {
  circle: <circle cx="10" cy="10" r="9" />,
  square: <rect x="1.5" y="1.5" width="17" height="17" rx="3.5" />,
  triangle: <path d="M10 1 L19.8 18.6 H0.2 Z" />,
  octagon: <path d="M6.1 0.8 H13.9 L19.2 6.1 V13.9 L13.9 19.2 H6.1 L0.8 13.9 V6.1 Z" />,
};

/** The grade's shape and letter alone; whoever shows it says the word beside it. */
export function GradeSign({ label }: { label: Labels[GradeLevel] }) {
  const low = label.shape === "triangle";
  return (
    <svg viewBox="0 0 20 20" className={`size-[1.15rem] shrink-0 ${gradeFill(label.tone)}`} aria-hidden="true">
      {shapes[label.shape]}
      <text
        x="10"
        y={low ? 16.4 : 14.1}
        textAnchor="middle"
        className={`fill-on-grade font-bold ${low ? "text-[10px]" : "text-[12px]"}`}
      >
        {label.short}
      </text>
    </svg>
  );
}
