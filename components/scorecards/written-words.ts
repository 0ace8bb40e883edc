import { wholeNumber } from "#lib/rules/whole-number";
import type { WrittenSince } from "#lib/scorecards/scorecard-rows";

const conjoined = new Intl.ListFormat("en-GB");

/** "2 figures and 1 comment": how much of an edition's months was written to since; null for nothing. */
export function writtenWords({ figures, comments, definitions, isAll }: WrittenSince): string | null {
  const counts = [
    ["figure", figures],
    ["comment", comments],
    ["definition", definitions],
  ] as const;
  const told = counts.flatMap(([kind, count]) =>
    count > 0 ? `${wholeNumber(count)} ${kind}${count === 1 ? "" : "s"}` : [],
  );
  return told.length === 0 ? null : `${isAll ? "" : "at least "}${conjoined.format(told)}`;
}
