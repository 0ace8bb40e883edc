import { dayWords, type HistoryFilters } from "#lib/history/inputs";
import type { Choice, HistoryChoices } from "#lib/history/list-choices";
import { verbWords } from "#lib/history/verb-words";
import { apart } from "#lib/rules/direction";
import { monthName } from "#lib/rules/month";
import { outcomeWords } from "#lib/rules/outcome";

/** Each filter in words, in the order in which it is asked. */
export function sayFilters(
  filters: HistoryFilters,
  choices: HistoryChoices,
): { name: keyof HistoryFilters; label: string; value: string }[] {
  const labelOf = (list: Choice[], value: string) => list.find((choice) => choice.value === value)?.label;
  const { scorecard, theme, indicator, team, request, person, verb, month, outcome, from, to, action } = filters;
  const said = [
    scorecard && {
      name: "scorecard",
      label: "Scorecard",
      value: labelOf(choices.scorecards, scorecard) ?? "one that is not here",
    },
    theme && { name: "theme", label: "Theme", value: labelOf(choices.themes, theme) ?? "one that is not here" },
    indicator && { name: "indicator", label: "Indicator", value: indicator },
    team && { name: "team", label: "Team", value: labelOf(choices.teams, team) ?? "one that is not here" },
    person && {
      name: "person",
      label: "Person",
      value: person === "nobody" ? "nobody signed in" : (labelOf(choices.people, person) ?? "somebody else"),
    },
    verb && { name: "verb", label: "What", value: verbWords(verb).label },
    month && { name: "month", label: "Month", value: monthName(month) },
    outcome && { name: "outcome", label: "Outcome", value: outcomeWords[outcome] },
    from && { name: "from", label: "From", value: dayWords(from) },
    to && { name: "to", label: "To", value: dayWords(to) },
    filters.afterEdition && {
      name: "afterEdition",
      label: "Entered after",
      value: labelOf(choices.editions, filters.afterEdition) ?? "an edition that is not here",
    },
    filters.toEdition && {
      name: "toEdition",
      label: "Entered up to",
      value: labelOf(choices.editions, filters.toEdition) ?? "an edition that is not here",
    },
    filters.words && { name: "words", label: "Reasons with", value: `“${apart(filters.words)}”` },
    filters.address && { name: "address", label: "From the address", value: filters.address },
    request && { name: "request", label: "Entries of", value: "one request" },
    filters.import && { name: "import", label: "Entries of", value: "one import" },
    action && { name: "action", label: "Entries of", value: "one action" },
  ];
  return said.filter((one): one is Exclude<typeof one, "" | undefined> & { name: keyof HistoryFilters } =>
    Boolean(one),
  );
}
