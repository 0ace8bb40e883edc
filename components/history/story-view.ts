import { type WordChange, wordChanges } from "#components/commentary/word-changes";
import { type References, references, type SaidView, saidView } from "#components/history/said-view";
import type { Story, StoryLine } from "#lib/history/story/get-story";
import { clockSeconds, dayName } from "#lib/rules/moment";
import type { Month } from "#lib/rules/month";

export type StoryLineView = SaidView & {
  /** The day by its place among those of the page. */
  when: readonly [day: number, clock: string];
  position: number;
  isRefused?: true;
  /** A comment's words: whole, or what changed in them; or that they are left to the entry's own page. */
  words?: string | WordChange[];
  isLeft?: true;
};

/** The story of one cell in finished words: all that travels to the browser. */
export type StoryView = References & {
  place: { slug: string; ref: string; month: Month; scorecard: string; measure: string };
  lines: StoryLineView[];
  days: string[];
  isCut: boolean;
};

/** As many characters of comments as a page has, the newest first. */
const mostWords = 4_500;
const longestDetail = 160;

export function storyView(
  { scorecard, measure, lines, isCut }: Story,
  place: { slug: string; ref: string; month: Month },
  timeZone: string,
): StoryView {
  const { refer, references: referred } = references();
  const days = [...new Set(lines.map(({ entry }) => dayName(new Date(entry.at), timeZone)))];
  let left = mostWords;
  const told = lines.toReversed().map((line): StoryLineView => {
    const { entry, sentence, words } = line;
    const at = new Date(entry.at);
    const { detail, ...said } = saidView(sentence, entry, refer);
    const shown = words && shownWords(words);
    const length = shown === null ? 0 : JSON.stringify(shown).length;
    const fits = length <= left;
    if (fits) left -= length;
    return {
      ...said,
      when: [days.indexOf(dayName(at, timeZone)), clockSeconds(at, timeZone)],
      position: entry.position,
      ...(detail && entry.table !== "comment_revision" && { detail: opening(detail) }),
      ...(shown && fits && { words: shown }),
      ...(shown && !fits && { isLeft: true as const }),
      ...(entry.operation === "refused" && { isRefused: true as const }),
    };
  });
  return { place: { ...place, scorecard, measure }, lines: told.toReversed(), days, isCut, ...referred };
}

const shownWords = ({ before, after }: NonNullable<StoryLine["words"]>): string | WordChange[] =>
  (before !== null && wordChanges(before, after)) || after;

const opening = (words: string) =>
  words.length > longestDetail ? `${words.slice(0, longestDetail - 1).trimEnd()}…` : words;
