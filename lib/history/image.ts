/** A row as the trail holds it. Numbers keep their digits as text, as figures do everywhere. */
export type Image = Record<string, ImageValue>;
export type ImageValue = string | boolean | null | ImageValue[] | { [key: string]: ImageValue };

type SourceContext = { source?: string };

/** Reads an image's JSON text without passing its numbers through binary fractions. */
export function readImage(text: string | null): Image | null {
  if (text === null) return null;
  const exact = (_key: string, value: unknown, context?: SourceContext) =>
    typeof value === "number" ? (context?.source ?? String(value)) : value;
  return JSON.parse(text, exact) as Image;
}

/** A column's text, or null when the image has none. */
export function textOf(image: Image | null, column: string): string | null {
  const value = image?.[column];
  return typeof value === "string" ? value : null;
}

/** Whether a column's text can be reckoned with: what else stands in an image is shown as it is. */
export const isDecimal = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

/** A column that holds the rank of a level, or null when the image has none. */
export function rankIn(image: Image | null, column: string): number | null {
  const text = textOf(image, column);
  return text === null ? null : Number(text);
}
