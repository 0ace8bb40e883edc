import { ConfirmChange } from "#components/definitions/confirm-change";
import { EffectTable } from "#components/definitions/effect-table";
import { Note } from "#components/ui/note";
import { monthName } from "#lib/rules/month";
import { wholeNumber } from "#lib/rules/whole-number";
import type { LabelSetChosen } from "#lib/structure/choose-label-set";

const conjoined = new Intl.ListFormat("en-GB");

/** What other words would change, with the button that chooses them. */
export function LabelSetPreview({
  chosen: { shifts, follows, closed, remark, asksWhy },
  previewed,
  typed,
  request,
}: {
  chosen: LabelSetChosen;
  previewed: string;
  typed: { scorecard: string; labels: string; from: string };
  request: string;
}) {
  return (
    <section aria-labelledby="what-changes">
      <h2 id="what-changes" className="mt-8 mb-2 text-xl">
        What changes
      </h2>
      <Note>
        <p className="font-semibold">
          {[shifts.length === 0 ? "No figure that is shown is graded otherwise" : null, ...follows]
            .filter(Boolean)
            .join(". ") || "Grades change as below"}
          .
        </p>
        {closed.length > 0 && (
          <p>
            {`It reaches into ${closed.length === 1 ? "a month that is" : "months that are"} over: ${conjoined.format(closed.map(({ month }) => monthName(month)))}. What was published stays as it is, and the live scorecard shows otherwise.`}
          </p>
        )}
        {remark && <p>{remark}</p>}
      </Note>
      {shifts.length > 0 && (
        <EffectTable
          title="Grades that change"
          columns={["As it is", "As it becomes", "Figures", "From", "To"]}
          rows={shifts.map(({ was, becomes, figures, first, last }) => [
            was,
            becomes,
            wholeNumber(figures),
            monthName(first),
            monthName(last),
          ])}
        />
      )}
      <ConfirmChange act="label set" fields={typed} previewed={previewed} asksWhy={asksWhy} request={request} />
    </section>
  );
}
