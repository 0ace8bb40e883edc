import { ChangePreview } from "#components/definitions/change-preview";
import { ConfirmChange } from "#components/definitions/confirm-change";
import { DefinitionForm } from "#components/definitions/definition-form";
import { PreviewProblems } from "#components/definitions/preview-problems";
import { Note } from "#components/ui/note";
import type { DefinitionPage } from "#lib/definitions/get-definition-page";
import type { Preview } from "#lib/definitions/preview-asked";
import { type Month, monthName } from "#lib/rules/month";

/** The form of a month; and once it was sent, what it would change, with the button that does it. */
export function Changing({
  page: { fields, labels, seen, teams },
  from,
  place: { slug, ref },
  typed,
  preview,
  request,
}: {
  page: DefinitionPage;
  from: Month;
  place: { slug: string; ref: string };
  typed: Record<string, string>;
  preview: Preview | null;
  request: string;
}) {
  if (!fields || !labels) return <Note tone="quiet">{`${ref} is not defined in ${monthName(from)}.`}</Note>;
  const sent = { ...typed, seen: typed.seen ?? seen.all };
  return (
    <>
      {preview && !preview.ok && <PreviewProblems preview={preview} />}
      {preview?.ok && (
        <section aria-label={`What changes from ${monthName(from)}`}>
          <h3 className="mt-4 text-lg">{`What changes from ${monthName(from)}`}</h3>
          <ChangePreview changed={preview.changed} />
          <ConfirmChange
            act="definition"
            fields={sent}
            previewed={preview.previewed}
            asksWhy={preview.changed.asksWhy}
            request={request}
          />
        </section>
      )}
      {preview?.ok && <h3 className="mt-8 text-lg">Or change it further</h3>}
      <DefinitionForm
        key={JSON.stringify(typed)}
        slug={slug}
        indicator={ref}
        from={from}
        seen={preview ? sent.seen : seen.all}
        labels={labels}
        teams={teams}
        typed={preview ? sent : fields}
        errors={preview && !preview.ok ? preview.fields : {}}
      />
    </>
  );
}
