import type { GradeLevel } from "#db/vocabulary";

const washes: Record<GradeLevel, string> = {
  outstanding: "bg-outstanding-wash",
  good: "bg-good-wash",
  adequate: "bg-adequate-wash",
  "below adequate": "bg-below-wash",
};

const fills: Record<GradeLevel, string> = {
  outstanding: "fill-outstanding",
  good: "fill-good",
  adequate: "fill-adequate",
  "below adequate": "fill-below",
};

export const gradeWash = (tone: GradeLevel) => washes[tone];
export const gradeFill = (tone: GradeLevel) => fills[tone];
