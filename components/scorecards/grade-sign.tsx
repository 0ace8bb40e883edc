import type { ReactNode } from "react";
import { gradeFill } from "#components/scorecards/grade-tones";
import type { GradeShape } from "#db/vocabulary";
import type { Level } from "#lib/rules/labels";

/** Each shape with the line that its letter stands on and the letter's size. */
const shapes: Record<GradeShape, { outline: ReactNode; line: number; size: number }> = {
  circle: { outline: <circle cx="10" cy="10" r="9" />, line: 14.1, size: 12 },
  square: { outline: <rect x="1.5" y="1.5" width="17" height="17" rx="3.5" />, line: 14.1, size: 12 },
  triangle: { outline: <path d="M10 1 L19.8 18.6 H0.2 Z" />, line: 16.4, size: 10 },
  octagon: {
    outline: <path d="M6.1 0.8 H13.9 L19.2 6.1 V13.9 L13.9 19.2 H6.1 L0.8 13.9 V6.1 Z" />,
    line: 14.1,
    size: 12,
  },
  diamond: { outline: <path d="M10 0 L20 10 L10 20 L0 10 Z" />, line: 13.8, size: 11 },
  shield: {
    outline: <path d="M1.4 1.2 H18.6 V9.4 C18.6 14.4 14.8 17.8 10 19.8 C5.2 17.8 1.4 14.4 1.4 9.4 Z" />,
    line: 13.3,
    size: 12,
  },
};

/** The level's shape and letter alone; whoever shows it says the word beside it. */
export function GradeSign({ level }: { level: Level }) {
  const { outline, line, size } = shapes[level.shape];
  const isOneLetter = level.short.length === 1;
  return (
    <svg viewBox="0 0 20 20" className={`size-[1.15rem] shrink-0 ${gradeFill(level.tone)}`} aria-hidden="true">
      {outline}
      <text
        x="10"
        y={isOneLetter ? line : line - 0.8}
        textAnchor="middle"
        fontSize={isOneLetter ? size : size - 3.5}
        className="fill-on-grade font-bold"
      >
        {level.short}
      </text>
    </svg>
  );
}
