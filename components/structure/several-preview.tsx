import { EffectNote } from "#components/definitions/change-preview";
import { EffectTable } from "#components/definitions/effect-table";
import { monthName } from "#lib/rules/month";
import type { ChangedSeveral } from "#lib/structure/several/define-several";

/** What a change of many indicators would do, before it is saved: what each becomes, and every month of them that people would see otherwise. */
export function SeveralPreview({ changed: { changed } }: { changed: ChangedSeveral }) {
  const months = changed.flatMap(({ ref, lines }) =>
    lines.map(({ month, state, kind, was, becomes }) => [ref, monthName(month), state, kind, was, becomes]),
  );
  return (
    <>
      <EffectNote
        lines={changed.flatMap(({ lines }) => lines)}
        remarks={changed.flatMap(({ ref, remarks }) => remarks.map((remark) => `${ref}: ${remark}`))}
      />
      <EffectTable
        title="What they become"
        columns={["Indicator", "What", "As it is", "As it becomes"]}
        rows={changed.flatMap(({ ref, terms }) => terms.map(({ term, was, becomes }) => [ref, term, was, becomes]))}
      />
      {months.length > 0 && (
        <EffectTable
          title="Months that change"
          columns={["Indicator", "Month", "State", "What", "As it is", "As it becomes"]}
          rows={months}
        />
      )}
    </>
  );
}
