import type { Surroundings } from "#lib/commentary/reading/get-surroundings";
import type { Asked } from "#lib/rules/said/asked";
import { askedOfWords } from "#lib/rules/said/asked-words";
import { dueSeries } from "#lib/rules/said/due-series";

/** What some words are asked about, beside the figures that they are read with. */
export function askedAround(words: string, { change: { indicator, cell } }: Surroundings): Asked[] {
  const value = cell.actual?.value;
  const milestones = [...indicator.cells.values()].flatMap(({ milestone }) => milestone?.milestone.asTyped ?? []);
  return askedOfWords(words, {
    month: cell.month,
    measure: cell.at.measure,
    unit: cell.at.unit,
    direction: cell.at.direction,
    bands: cell.at.bands,
    every: cell.every,
    figures: dueSeries(
      [
        ...indicator.earlier.filter(({ month }) => month < cell.month),
        ...(value ? [{ month: cell.month, value }] : []),
      ],
      cell.month,
      cell.every,
    ),
    rebasedFrom: indicator.rebased.map(({ month }) => month),
    milestone: cell.milestone?.milestone.asTyped ?? null,
    others: [
      ...milestones,
      ...(cell.at.bands?.bestFirst.map(({ asTyped }) => asTyped) ?? []),
      ...(cell.at.benchmark ? [cell.at.benchmark.value] : []),
    ],
  });
}
