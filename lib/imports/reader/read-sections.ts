import type { Ask } from "#lib/imports/reader/ask";
import { type Draft, draftSections } from "#lib/imports/reader/draft-sections";
import { joinCutText } from "#lib/imports/reader/join-cut-text";
import type { Notice, SectionRead } from "#lib/imports/reader/reading";
import type { Line } from "#lib/imports/reader/sort-rows";

/** The sections by their number, which is the first part of their indicators' refs; title, theme and team of each are asked. */
export function readSections(
  lines: readonly Line[],
  wordsSeen: ReadonlySet<string>,
  ask: Ask,
): { sections: SectionRead[]; notices: Notice[] } {
  const { drafts, notices } = draftSections(lines);
  const sections = drafts.map((draft, index): SectionRead => {
    const title = askTitle(draft, wordsSeen, ask);
    const theme = askTheme(drafts, index, ask);
    return { number: draft.number, title: title || null, theme, team: askTeam(draft, title, ask) };
  });
  return { sections, notices };
}

function askTitle({ number, row, column, title }: Draft, wordsSeen: ReadonlySet<string>, ask: Ask): string {
  const doubt = { key: `section ${number} title`, kind: "title", label: `Title of section ${number}` } as const;
  if (title === null) {
    const about = "The source has no title above this section. Left blank, it is shown as having none.";
    return ask({ ...doubt, row, column, asItCame: "", proposed: "", about });
  }
  const { pieces, row: at } = title.line;
  const { words, repairs } = joinCutText(pieces, wordsSeen);
  if (pieces.length === 1 && !title.endsPage) return words;
  const reasons = [
    ...(pieces.length > 1 ? [`It was cut across ${pieces.length} fields: ${repairs.join(", ")}.`] : []),
    ...(title.endsPage ? ["It ends its page, and the indicators of this section begin the next."] : []),
  ];
  return ask({
    ...doubt,
    row: at.row,
    column: 1,
    asItCame: pieces.join("|"),
    proposed: words,
    about: reasons.join(" "),
  });
}

function askTheme(drafts: readonly Draft[], index: number, ask: Ask): string {
  const draft = drafts[index];
  if (draft === undefined) return "";
  const own = draft.themes[0];
  const above = drafts
    .slice(0, index)
    .findLast(({ themes }) => themes.length > 0)
    ?.themes.at(-1);
  const below = drafts.slice(index + 1).find(({ themes }) => themes.length > 0)?.themes[0];
  const taken = own ?? above ?? below;
  const others = draft.themes
    .filter(({ text }) => text !== own?.text)
    .map(({ text, row }) => `"${text}" on row ${row}`);
  const merged = "Themes come from merged cells, so each stands on one row of several.";
  const reason = own
    ? `It stands on row ${own.row} of this section.`
    : taken
      ? `None stands in this section; this one is the nearest, on row ${taken.row}.`
      : "None stands anywhere in the source.";
  return ask(
    {
      key: `section ${draft.number} theme`,
      kind: "theme",
      label: `Theme of section ${draft.number}`,
      row: own?.row ?? draft.row,
      column: draft.column,
      asItCame: own?.text ?? "",
      proposed: taken?.text ?? "All sections",
      about: [merged, reason, ...(others.length > 0 ? [`It also has ${others.join(", ")}.`] : [])].join(" "),
    },
    needed,
  );
}

function askTeam({ number, row }: Draft, title: string, ask: Ask): string {
  return ask(
    {
      key: `section ${number} team`,
      kind: "team",
      label: `Team of section ${number}`,
      row,
      column: null,
      asItCame: "",
      proposed: title || `Section ${number}`,
      about: "The source does not say which team records these figures. A team that does not exist yet is made.",
    },
    needed,
  );
}

function needed(answer: string): string | null {
  if (!/[a-z0-9]/i.test(answer)) return "this needs a name.";
  return answer.length > 120 ? "this is longer than 120 characters." : null;
}
