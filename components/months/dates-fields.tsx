import { TextField } from "#components/ui/field";
import type { Refused } from "#lib/actions/result";

/** The two dates of a month. */
export function DatesFields({
  refused,
  dates,
  hints = {},
}: {
  refused: Refused | null;
  dates: { figuresDue: string; commentaryDue: string };
  hints?: { figuresDue?: string; commentaryDue?: string };
}) {
  return (
    <>
      <TextField
        type="date"
        name="figuresDue"
        label="Figures due by"
        hint={hints.figuresDue}
        required
        className="max-w-56!"
        defaultValue={refused?.typed.figuresDue ?? dates.figuresDue}
        error={refused?.fields.figuresDue}
      />
      <TextField
        type="date"
        name="commentaryDue"
        label="Commentary due by"
        hint={hints.commentaryDue}
        required
        className="max-w-56!"
        defaultValue={refused?.typed.commentaryDue ?? dates.commentaryDue}
        error={refused?.fields.commentaryDue}
      />
    </>
  );
}
