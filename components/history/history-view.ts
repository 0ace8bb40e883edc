import { type LinesView, linesView } from "#components/history/lines-view";
import type { EntryGroup } from "#lib/history/entry";
import type { HistoryAsked, HistoryFilters } from "#lib/history/inputs";
import type { Choice, HistoryChoices } from "#lib/history/list-choices";
import type { EntryPage } from "#lib/history/list-entries";
import type { View } from "#lib/history/views/list-views";
import { mostPeople } from "#lib/rules/who-is-named";
import { wholeNumber } from "#lib/rules/whole-number";

type Choices = (readonly [value: string, label: string])[];

/** What can be chosen in the form. Indicators and people are typed where they are too many to choose from. */
export type ChoicesView = Record<"scorecards" | "themes" | "teams" | "verbs", Choices> &
  Record<"indicators" | "people", Choices | null>;

/** A list longer than this is no help, and weighs more than the history under it. */
const mostIndicators = 40;

/** What is offered; of too many people those of whom one was meant. */
export function choicesView(
  { scorecards, themes, teams, indicators, people, verbs }: HistoryChoices,
  among: Choice[] = [],
): ChoicesView {
  const pairs = (choices: Choice[]) => choices.map(({ value, label }) => [value, label] as const);
  const few = (choices: Choice[], most: number) => (choices.length > most ? null : pairs(choices));
  return {
    scorecards: pairs(scorecards),
    themes: pairs(themes),
    teams: pairs(teams),
    indicators: few(indicators, mostIndicators),
    people: few(people, mostPeople) ?? (among.length > 0 ? few(among, mostPeople) : null),
    verbs: pairs(verbs),
  };
}

/** The fields in which is typed, which keep what was. */
export type Typed = Record<"person" | "month" | "from" | "to" | "words", string>;

/** A page of history in finished words: all that travels to the browser. */
export type HistoryView = {
  /** Whether its reader may see pages as they stood. */
  readsPast: boolean;
  redacts: boolean;
  counted: string | null;
  asked: Pick<HistoryAsked, "filters" | "problems">;
  /** The reader's own saved ones. */
  views: readonly View[];
  /** What the address says, readable or not; of a person, the name. */
  typed: Typed;
  /** The present day where the organisation is. */
  today: string;
  choices: ChoicesView;
  /** The filters in words. */
  said: readonly { name: keyof HistoryFilters; label: string; value: string }[];
  /** Through how many acts at most they are found, where they are. */
  most: number | null;
  found: { lines: LinesView; newer: number | null; older: number | null; here: string } | null;
};

/** The lines of a page, and where it stands among the others. */
export const foundView = (
  { groups, newer, older }: EntryPage,
  filters: HistoryFilters,
  timeZone: string,
): HistoryView["found"] => ({ lines: linesView(groups, filters, timeZone), newer, older, here: entriesHere(groups) });

/** "Entries 34 to 490": where the page stands in the trail, though a filter may leave entries out between. */
function entriesHere(groups: readonly EntryGroup[]): string {
  const [oldest, newest] = [Math.min(...groups.map((group) => group.oldest)), groups[0]?.position ?? 0];
  return oldest === newest
    ? `Entry ${wholeNumber(newest)}`
    : `Entries ${wholeNumber(oldest)} to ${wholeNumber(newest)}`;
}
