import { Note } from "#components/ui/note";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import type { StaysIn } from "#lib/redactions/get-redaction";
import { countWords } from "#lib/rules/whole-number";

const whose: Record<string, string> = {
  person: "the name or address of a person who uses Candour",
  organisation: "the organisation’s name",
  team: "a team’s name",
  scorecard: "a scorecard’s name or sentence",
  theme: "a theme’s name",
  section: "a section’s title",
  indicator_definition: "what an indicator is",
  sign_in_rule: "what a sign-in rule says of a domain or a group",
  saved_view: "what somebody saved of the history",
};

/** What a redaction does not reach, said before anybody confirms it. */
export function StaysNote({ staysIn }: { staysIn: readonly StaysIn[] }) {
  return (
    <Note tone="stop">
      <p>
        These words stand as well in names and definitions, which the history keeps as they were. A redaction does not
        reach them; change them where they are kept, and what they were stays in the history.
      </p>
      <ul className="mt-1 list-disc pl-5">
        {staysIn.map(({ table, firstEntry, entries }) => (
          <li key={table}>
            {whose[table] ?? table.replaceAll("_", " ")}:{" "}
            {entries === 1 ? "one entry" : `${countWords(entries)} entries`}, from{" "}
            <TextLink href={paths.entry(firstEntry)}>the first</TextLink> on
          </li>
        ))}
      </ul>
    </Note>
  );
}
