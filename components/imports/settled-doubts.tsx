import { AnswerState } from "#components/imports/answer-state";
import { AsItCame } from "#components/imports/as-it-came";
import { TableRegion, tableClass } from "#components/ui/table-region";
import type { ReviewDoubt } from "#lib/imports/queries";
import { momentName } from "#lib/rules/moment";

/** The doubts of a committed import with what each was answered, by whom and when. */
export function SettledDoubts({ doubts, timeZone }: { doubts: readonly ReviewDoubt[]; timeZone: string }) {
  return (
    <TableRegion label="Doubts and their answers">
      <table className={`${tableClass} min-w-3xl`}>
        <caption>{doubts.length} doubts and their answers</caption>
        <thead>
          <tr>
            <th scope="col">Doubt</th>
            <th scope="col">As it came</th>
            <th scope="col">Answer</th>
            <th scope="col">Answered</th>
          </tr>
        </thead>
        <tbody>
          {doubts.map((doubt) => (
            <tr key={doubt.key}>
              <th scope="row" className="w-1/5">
                {doubt.label}
                {doubt.place && <span className="block font-normal text-soft">{doubt.place}</span>}
              </th>
              <td className="w-1/3">
                <AsItCame text={doubt.asItCame} />
              </td>
              <td className="w-1/3">
                {doubt.answer || <span className="text-soft">left blank</span>}
                <span className="block text-soft">
                  <AnswerState doubt={doubt} />
                </span>
              </td>
              <td>
                {doubt.answeredAt && momentName(doubt.answeredAt, timeZone)}
                <span className="block text-soft">{doubt.answeredBy ?? "an operator’s command"}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
