import { KeptForm } from "#components/kept/kept-form";
import type { Words } from "#components/kept/kept-words";
import { AsksList } from "#components/returns/asks-list";
import { ChangeReasonField } from "#components/returns/change-reason-field";
import { isChosen, PasteReviewTable } from "#components/returns/paste/paste-review-table";
import { ReviewBox } from "#components/returns/paste/review-box";
import type { usePaste } from "#components/returns/paste/use-paste";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { Note } from "#components/ui/note";
import { TakesFocus } from "#components/ui/takes-focus";
import type { PasteReview, ReviewedCell } from "#lib/returns/paste/paste-review";

const hidden = ["month", "start", "block", "seen", "request"] as const;

export const reviewName = (about: string): string => `review ${about}`;

/** Of each field in which people answer, that nothing is; of those alone that the form has. */
const nothingSaid = ({ cells, under, asks }: PasteReview): Words => ({
  ...(under && { ours: false }),
  ...(cells.some(({ as }) => as === "refused") && { leave: false }),
  ...(asks.length > 0 && { because: "" }),
  reason: "",
  ...Object.fromEntries(cells.filter(({ offers }) => offers.length > 0).map(({ key }) => [`answer.${key}`, ""])),
  ...Object.fromEntries(cells.filter(isChosen).map(({ key }) => [`out.${key}`, false])),
});

/**
 * What would become of each cell of a block; nothing is written before its button is pressed. What is answered is kept in this
 * browser until then.
 */
export function PasteReviewForm({
  review,
  errors,
  isBusy,
  send,
  action,
  answer,
}: {
  review: PasteReview;
  errors: Record<string, string>;
  isBusy: boolean;
  send: ReturnType<typeof usePaste>["send"];
  action: ReturnType<typeof usePaste>["formProps"]["action"];
  answer: ReturnType<typeof usePaste>["refusedReview"];
}) {
  const { cells, said, mayTurn, isTurned, mayBeHeaded, isHeaded, under, isOurs, leavesRefused, because, reason, asks } =
    review;
  const count = (...as: ReviewedCell["as"][]) => cells.filter((cell) => as.includes(cell.as)).length;
  const refused = count("refused");
  const toRecord = count("new", "changed", "asked");
  const isAsked = asks.length > 0;
  // What was refused has the focus.
  const Top = answer ? "div" : TakesFocus;
  return (
    <KeptForm
      aria-label="What would be recorded"
      name={reviewName(review.about)}
      saved={nothingSaid(review)}
      answer={answer}
      send={send}
      isSending={isBusy}
      action={action}
    >
      {hidden.map((name) => (
        <input key={name} type="hidden" name={name} value={review[name]} />
      ))}
      {isTurned && <input type="hidden" name="turned" value="on" />}
      {isHeaded && <input type="hidden" name="headed" value="on" />}
      <Top>
        <p className="font-semibold">{countWords(cells)}</p>
        <p>Nothing is recorded yet.</p>
        {said.map((sentence) => (
          <p key={sentence} className="text-soft">
            {sentence}
          </p>
        ))}
      </Top>
      {mayTurn && (
        <Note>
          <p className="mb-2">{isTurned ? "Its rows were read as columns." : "Is it meant as a column?"}</p>
          <Button tone="quiet" name="does" value="turn" disabled={isBusy}>
            {isTurned ? "Read it as it was pasted" : "Turn it: read its rows as columns"}
          </Button>
        </Note>
      )}
      {mayBeHeaded && (
        <Note>
          <p className="mb-2">{isHeaded ? "Its first row was read as headings." : "Is its first row headings?"}</p>
          <Button tone="quiet" name="does" value="head" disabled={isBusy}>
            {isHeaded ? "Read it as figures" : "Read its first row as headings"}
          </Button>
        </Note>
      )}
      {under && toRecord > 0 && (
        <Note>
          <p>{`The figures stand under ${under.heading}. Are they ${under.whose}?`}</p>
          <ReviewBox name="ours" isTicked={isOurs} label={`They are ${under.whose} figures`} error={errors.ours} />
        </Note>
      )}
      {cells.length > 0 && <PasteReviewTable cells={cells} errors={errors} />}
      {toRecord > 0 ? (
        <>
          {refused > 0 && (
            <ReviewBox
              name="leave"
              isTicked={leavesRefused}
              label={
                refused === 1
                  ? "Leave out the cell that cannot be recorded"
                  : `Leave out the ${refused} cells that cannot be recorded`
              }
              error={errors.leave}
            />
          )}
          {isAsked && (
            <>
              <AsksList asks={asks} />
              <ChangeReasonField label="Why these figures change" defaultValue={because} />
            </>
          )}
          <TextField
            name="reason"
            label={isAsked ? "In words" : "Why these figures change (optional)"}
            hint="One reason for all of them; the history keeps it."
            defaultValue={reason}
            error={errors.reason}
            autoComplete="off"
          />
          <p className="my-4">
            <Button name="does" value="record" disabled={isBusy}>
              {isBusy ? "Recording…" : "Record these figures"}
            </Button>
          </p>
        </>
      ) : (
        <Note>There is nothing in this block to record.</Note>
      )}
    </KeptForm>
  );
}

const named: [ReviewedCell["as"], one: string, many: string][] = [
  ["new", "new figure", "new figures"],
  ["changed", "changed", "changed"],
  ["asked", "to answer", "to answer"],
  ["unchanged", "unchanged", "unchanged"],
  ["blank", "blank, which stays as it is", "blank, which stay as they are"],
  ["refused", "that cannot be recorded", "that cannot be recorded"],
];

function countWords(cells: readonly ReviewedCell[]): string {
  const counts = named.flatMap(([as, one, many]) => {
    const count = cells.filter((cell) => cell.as === as).length;
    return count > 0 ? [`${count} ${count === 1 ? one : many}`] : [];
  });
  return counts.length > 0 ? `This block: ${counts.join("; ")}.` : "No figure was found in this block.";
}
