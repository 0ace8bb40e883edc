import { Tag } from "#components/ui/tag";
import type { ReviewedCell } from "#lib/returns/paste/paste-review";

const states: Record<ReviewedCell["as"], { words: string; tone?: "accent" | "stop" }> = {
  new: { words: "New", tone: "accent" },
  changed: { words: "Changed", tone: "accent" },
  asked: { words: "What is meant?", tone: "stop" },
  unchanged: { words: "Unchanged" },
  blank: { words: "Stays as it is" },
  refused: { words: "Cannot be recorded", tone: "stop" },
};

/** Whether a cell would be recorded, and so may be left out. */
export const isChosen = ({ as }: ReviewedCell): boolean => as === "new" || as === "changed" || as === "asked";

/** The cells of a block, one a row; on a narrow screen each stands as a block. */
export function PasteReviewTable({
  cells,
  errors,
}: {
  cells: readonly ReviewedCell[];
  errors: Record<string, string>;
}) {
  return (
    <table className="pasted">
      <caption className="sr-only!">What would become of each cell</caption>
      <thead>
        <tr>
          {["PI ref", "Month", "Now", "Pasted", "State", "Leave out"].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <PasteReviewRow key={cell.key} cell={cell} error={errors[`answer.${cell.key}`]} />
        ))}
      </tbody>
    </table>
  );
}

function PasteReviewRow({ cell, error }: { cell: ReviewedCell; error: string | undefined }) {
  const { key, name, month, as, was, becomes, note, message, offers, answer, isLeftOut } = cell;
  const about = month ? `${name}, ${month}` : name;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{month ?? "no month"}</td>
      <td>
        <i>Now</i>
        {was ?? "–"}
      </td>
      <td>
        <i>Pasted</i>
        {as === "blank" ? <span className="text-soft">blank</span> : <b>{as === "unchanged" ? was : becomes}</b>}
        {note && <span className="block text-sm whitespace-pre-line text-soft">Note: {note}</span>}
      </td>
      <td>
        <Tag tone={states[as].tone}>{states[as].words}</Tag>
        {message && <p>{message}</p>}
        {offers.length > 0 && (
          <>
            {error && (
              <p id={`answer.${key}-error`} className="wrong">
                <span className="sr-only">Error: </span>
                {error}
              </p>
            )}
            <select
              id={`answer.${key}`}
              name={`answer.${key}`}
              defaultValue={answer}
              className="control"
              aria-label={`What is meant for ${about}`}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `answer.${key}-error` : undefined}
            >
              <option value="">Choose…</option>
              {offers.map(({ value, words }) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </>
        )}
      </td>
      <td>
        {isChosen(cell) && (
          <label>
            <input type="checkbox" name={`out.${key}`} defaultChecked={isLeftOut} />
            <span>
              Leave out<span className="sr-only"> {about}</span>
            </span>
          </label>
        )}
      </td>
    </tr>
  );
}
