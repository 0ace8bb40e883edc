import { encode } from "uqr";

/** The light edge that a reader needs round a code, in modules. */
const border = 4;

/** A text as a QR code: its size in modules with the light edge, and its dark runs as lines of one path, one module wide. */
export function qrPath(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: "M", border });
  const lines = data.flatMap((row, y) =>
    [
      ...row
        .map((isDark) => (isDark ? "1" : "0"))
        .join("")
        .matchAll(/1+/g),
    ].map(({ index, 0: run }) => `M${index} ${y + 0.5}h${run.length}`),
  );
  return { size, path: lines.join("") };
}
