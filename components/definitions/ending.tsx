import { ChangePreview } from "#components/definitions/change-preview";
import { ConfirmChange } from "#components/definitions/confirm-change";
import { PreviewProblems } from "#components/definitions/preview-problems";
import { Button } from "#components/ui/button";
import { SelectField } from "#components/ui/field";
import type { Preview } from "#lib/definitions/preview-asked";
import { paths } from "#lib/paths";
import { type Month, monthName, parseMonth } from "#lib/rules/month";

/** With which month an indicator ends: chosen, previewed, and set for a reason, because it is not undone. */
export function Ending({
  place: { slug, ref },
  indicator,
  months,
  last,
  preview,
  request,
}: {
  place: { slug: string; ref: string };
  indicator: string;
  months: readonly Month[];
  last: string | undefined;
  preview: Preview | null;
  request: string;
}) {
  return (
    <details className="mt-6" open={preview !== null}>
      <summary className="min-h-9 py-1.5 text-stop underline underline-offset-3">End {ref}</summary>
      {preview && !preview.ok && <PreviewProblems preview={preview} />}
      {preview?.ok && last && (
        <>
          <ChangePreview changed={preview.changed} />
          <ConfirmChange
            act="end"
            fields={{ indicator, last }}
            previewed={preview.previewed}
            asksWhy
            request={request}
          />
        </>
      )}
      <form
        action={paths.definition(slug, ref)}
        method="get"
        aria-label={`End ${ref}`}
        className="mt-2 flex flex-wrap items-end gap-x-4"
      >
        <SelectField
          name="last"
          label="Its last month"
          hint="What was recorded up to it stays. An end is not undone."
          options={months.map((month) => ({ value: month, label: monthName(month) }))}
          defaultValue={parseMonth(last ?? "") ?? undefined}
        />
        <Button tone="quiet" className="mb-4">
          Preview the end
        </Button>
      </form>
    </details>
  );
}
