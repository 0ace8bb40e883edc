import { coverages, directions, units } from "#db/vocabulary";
import { directionWords } from "#lib/rules/which-is-better";

export const unitOptions = units.map((unit) => ({ value: unit, label: unit }));

export const coverageOptions = [
  { value: "", label: "not said" },
  ...coverages.map((covers) => ({ value: covers, label: covers })),
];

/** Of 1 to 5, and what would give such away. */
export const smallOptions = [
  { value: "", label: "shown to readers" },
  { value: "yes", label: "hidden from readers" },
];

export const directionOptions = directions.map((direction) => ({ value: direction, label: directionWords(direction) }));

export const decimals = [0, 1, 2, 3, 4].map((count) => ({
  value: String(count),
  label: count === 0 ? "whole numbers" : `${count} decimal${count > 1 ? "s" : ""}`,
}));

export const often = [
  { value: "1", label: "every month" },
  { value: "3", label: "every quarter" },
  { value: "12", label: "every year" },
];
