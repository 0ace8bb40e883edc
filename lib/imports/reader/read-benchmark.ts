import type { Ask } from "#lib/imports/reader/ask";
import type { Page } from "#lib/imports/reader/find-pages";
import type { Reading } from "#lib/imports/reader/reading";
import { type Month, monthName } from "#lib/rules/month";

const shortened: Readonly<Record<string, string>> = {
  stat: "statistical",
  neigh: "neighbour",
  nat: "national",
  eng: "England",
  av: "average",
  avg: "average",
};

/** What the benchmark column is, which its heading only abbreviates: its name, year and source. */
export function readBenchmark(page: Page, months: readonly Month[], ask: Ask): Reading["benchmark"] {
  const { column, heading } = page.columns.benchmark;
  const doubt = { kind: "benchmark", row: page.headingRow, column } as const;
  const last = months.at(-1);
  const name = ask(
    {
      ...doubt,
      key: "benchmark name",
      label: "Name of the benchmark",
      asItCame: heading,
      proposed: writtenOut(heading),
      about: "The heading is shortened.",
    },
    (answer) => (answer === "" ? "this cannot be left blank." : null),
  );
  const year = ask(
    {
      ...doubt,
      key: "benchmark year",
      label: "Year of the benchmark",
      asItCame: "",
      proposed: "",
      about: "The source does not say which year the benchmark is of. Left blank, it is shown as not known.",
    },
    (answer) => (/^((19|20)\d\d)?$/.test(answer) ? null : `"${answer}" is not a year such as 2013.`),
  );
  const source = ask({
    ...doubt,
    key: "benchmark source",
    label: "Source of the benchmark",
    asItCame: "",
    proposed: last ? `Scorecard of ${monthName(last)}, which names no source` : "",
    about: "The source does not say where the benchmark comes from.",
  });
  return { name, year: year || null, source };
}

function writtenOut(heading: string): string {
  const words = heading
    .split(/\s+/)
    .map((word) => shortened[word.toLowerCase()] ?? word)
    .join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
