import type { GradeTone } from "#db/vocabulary";

const washes: Record<GradeTone, string> = {
  pine: "bg-pine-wash",
  leaf: "bg-leaf-wash",
  ochre: "bg-ochre-wash",
  brick: "bg-brick-wash",
  lake: "bg-lake-wash",
  plum: "bg-plum-wash",
};

const fills: Record<GradeTone, string> = {
  pine: "fill-pine",
  leaf: "fill-leaf",
  ochre: "fill-ochre",
  brick: "fill-brick",
  lake: "fill-lake",
  plum: "fill-plum",
};

export const gradeWash = (tone: GradeTone) => washes[tone];
export const gradeFill = (tone: GradeTone) => fills[tone];
