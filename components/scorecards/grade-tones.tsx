import type { GradeTone } from "#db/vocabulary";

const washes: Record<GradeTone, string> = {
  outstanding: "bg-outstanding-wash",
  good: "bg-good-wash",
  adequate: "bg-adequate-wash",
  below: "bg-below-wash",
};

const fills: Record<GradeTone, string> = {
  outstanding: "fill-outstanding",
  good: "fill-good",
  adequate: "fill-adequate",
  below: "fill-below",
};

export const gradeWash = (tone: GradeTone) => washes[tone];
export const gradeFill = (tone: GradeTone) => fills[tone];
