import { Button, LinkButton } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { paths } from "#lib/paths";
import { type Month, monthName } from "#lib/rules/month";

/** Which month of a scorecard can be opened next, and a form to look at any other. */
export function ChooseMonth({
  scorecard: { slug, name },
  next,
  wrong,
}: {
  scorecard: { slug: string; name: string };
  next: Month | null;
  /** What was typed and is no month. */
  wrong: string | null;
}) {
  return (
    <div className="mt-3 flex flex-wrap items-start gap-x-6 gap-y-3 print:hidden">
      {next && (
        <div>
          <p className="mb-1.5 text-sm text-soft">Next to be opened</p>
          <LinkButton href={paths.month(slug, next)} tone="primary" aria-label={`Open ${monthName(next)}, ${name}`}>
            Open {monthName(next)}
          </LinkButton>
        </div>
      )}
      <details open={next === null || wrong !== null}>
        <summary className="min-h-9 py-1.5 text-accent underline underline-offset-3">Another month</summary>
        <form aria-label={`Choose one, ${name}`} action={paths.months()} className="mt-2 max-w-xs">
          <input type="hidden" name="scorecard" value={slug} />
          <TextField
            id={`month-${slug}`}
            name="month"
            label={`Month of ${name}`}
            hint="As 2014-02 or February 2014."
            required
            defaultValue={wrong ?? ""}
            error={wrong === null ? undefined : "This is no month. Give it as 2014-02 or February 2014."}
          />
          <Button tone="quiet">Look at it</Button>
        </form>
      </details>
    </div>
  );
}
