import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { paths } from "#lib/paths";

/** Asks for a moment, by address alone, so that it can be kept and sent. */
export function MomentForm({ typed, problem }: { typed: string; problem: string | undefined }) {
  return (
    <form action={paths.asOf()} method="get" className="my-4 grid max-w-md justify-items-start gap-3">
      <TextField
        type="datetime-local"
        name="at"
        label="Moment"
        hint="What was committed by then is shown, as of the newest cut at or before it."
        defaultValue={typed}
        error={problem}
      />
      <Button>Show</Button>
    </form>
  );
}
