import { EffectTable } from "#components/definitions/effect-table";
import { Note } from "#components/ui/note";
import type { Changed } from "#lib/definitions/change-indicator";
import { closedMonths, effectCounts } from "#lib/rules/effect-words";
import { monthName } from "#lib/rules/month";

const conjoined = new Intl.ListFormat("en-GB");

/** What a change comes to, before it is saved: how many months are seen otherwise, which of them are over, and what is to be known. */
export function EffectNote({ lines, remarks }: Pick<Changed, "lines" | "remarks">) {
  const counts = effectCounts(lines);
  const { closed, published } = closedMonths(lines);
  return (
    <Note>
      <p className="font-semibold">{counts ? `${counts}.` : "No month that is shown changes."}</p>
      {closed.length > 0 && (
        <p>
          {`It reaches into ${closed.length === 1 ? "a month that is" : "months that are"} over: ${conjoined.format(closed.map(monthName))}. `}
          {published.length > 0
            ? `${conjoined.format(published.map(monthName))} ${published.length === 1 ? "is" : "are"} published: what was published stays as it is, and the live scorecard shows otherwise.`
            : "Nothing of that was published."}
        </p>
      )}
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </Note>
  );
}

/** What a change would do, before it is saved: what it becomes, and every month that people would see otherwise. */
export function ChangePreview({ changed: { terms, lines, remarks } }: { changed: Changed }) {
  return (
    <>
      <EffectNote lines={lines} remarks={remarks} />
      {terms.length > 0 && (
        <EffectTable
          title="What it becomes"
          columns={["What", "As it is", "As it becomes"]}
          rows={terms.map(({ term, was, becomes }) => [term, was, becomes])}
        />
      )}
      {lines.length > 0 && (
        <EffectTable
          title="Months that change"
          columns={["Month", "State", "What", "As it is", "As it becomes"]}
          rows={lines.map(({ month, state, kind, was, becomes }) => [monthName(month), state, kind, was, becomes])}
        />
      )}
    </>
  );
}
