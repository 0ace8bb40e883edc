import type { Ask } from "#lib/imports/reader/ask";
import type { Page } from "#lib/imports/reader/find-pages";
import type { Problem } from "#lib/imports/reader/reading";
import type { LabelSet, Labels } from "#lib/rules/labels";

/** A band's column with the word of the level it is for. */
export type BandColumn = { word: string; column: number };

export type Levels = { labelSet: LabelSet | null; bandsOf: (page: Page) => BandColumn[] };

/**
 * The label set that a scorecard uses: of those with one level more than there are bands, the one whose words head the
 * bands. Where none is so, or several are, it is asked; where there is none at all, that is a problem. Bands are given
 * best first.
 */
export function readLabelSet(
  pages: readonly Page[],
  labelSets: readonly LabelSet[],
  ask: Ask,
  problems: Problem[],
): Levels {
  const [first, ...others] = pages;
  if (!first) return { labelSet: null, bandsOf: () => [] };
  for (const page of others) problems.push(...otherBands(page, first));
  const fitting = labelSets.filter(({ labels }) => labels.length === first.columns.bands.length + 1);
  if (fitting.length === 0) problems.push(noneFits(first));
  const named = fitting.filter(({ labels }) => columnsByWord(first, labels) !== null);
  const [only = null] = named;
  const labelSet = named.length === 1 ? only : askLabelSet(first, named.length > 0 ? named : fitting, ask);
  return {
    labelSet,
    bandsOf: (page) => (labelSet && columnsByWord(page, labelSet.labels)) ?? columnsAsTheyStand(page, labelSet),
  };
}

function askLabelSet(page: Page, choices: readonly LabelSet[], ask: Ask): LabelSet | null {
  const [first = null] = choices;
  if (!first) return null;
  const isNamed = columnsByWord(page, first.labels) !== null;
  const each = choices.map(({ name, labels }) => `${name} (${labels.map(({ word }) => word).join(", ")})`).join("; ");
  const answer = ask({
    key: "label set",
    kind: "levels",
    label: "Label set of the grades",
    ...headingOf(page),
    proposed: first.name,
    about: isNamed
      ? `Several label sets have these words: ${each}.`
      : `No label set has these words. With ${first.labels.length} levels there are: ${each}. The bands are read from the worst to the best.`,
    choices: choices.map(({ name }) => name),
  });
  return choices.find(({ name }) => name === answer) ?? first;
}

/** The columns of the levels' bands by their headings, best first; null unless each level but the lowest heads one. */
function columnsByWord({ columns }: Page, labels: Labels): BandColumn[] | null {
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const found = labels.slice(0, -1).flatMap(({ word }) => {
    const band = columns.bands.find(({ readings }) => readings.some((reading) => same(reading, word)));
    return band ? [{ word, column: band.column }] : [];
  });
  return new Set(found.map(({ column }) => column)).size === labels.length - 1 ? found : null;
}

function columnsAsTheyStand({ columns }: Page, labelSet: LabelSet | null): BandColumn[] {
  return columns.bands
    .toReversed()
    .map(({ heading, column }, index) => ({ word: labelSet?.labels[index]?.word ?? heading, column }));
}

function otherBands(page: Page, first: Page): Problem[] {
  const [here, there] = [namesOf(page), namesOf(first)];
  if (here.toLowerCase() === there.toLowerCase()) return [];
  return [
    { ...headingOf(page), message: `The bands of page ${page.number} are ${here}; those of page 1 are ${there}.` },
  ];
}

function noneFits(page: Page): Problem {
  const count = page.columns.bands.length;
  const bands = count === 1 ? `There is one band, ${namesOf(page)}` : `There are ${count} bands, ${namesOf(page)}`;
  return { ...headingOf(page), message: `${bands}, and no label set of ${count + 1} levels to grade by.` };
}

const namesOf = ({ columns }: Page) => columns.bands.map(({ heading }) => heading).join(", ");

const headingOf = ({ headingRow, columns }: Page) => ({
  row: headingRow,
  column: columns.bands[0]?.column ?? null,
  asItCame: columns.bands.map(({ heading }) => heading).join("|"),
});
