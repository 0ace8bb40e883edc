import { ChangePreview } from "#components/definitions/change-preview";
import { ConfirmChange } from "#components/definitions/confirm-change";
import { PreviewProblems } from "#components/definitions/preview-problems";
import type { Version } from "#lib/definitions/list-versions";
import type { Preview } from "#lib/definitions/preview-asked";
import { monthName } from "#lib/rules/month";

/** What the withdrawal of something would change, with the button that does it. */
export function Withdrawing({
  version: { kind, id, month, words },
  preview,
  indicator,
  request,
}: {
  version: Version;
  preview: Preview;
  indicator: string;
  request: string;
}) {
  const title = `Withdraw what was set from ${monthName(month)}: ${words}`;
  return (
    <section aria-label={title}>
      <h2 className="mt-6 text-xl">{title}</h2>
      {preview.ok ? (
        <>
          <ChangePreview changed={preview.changed} />
          <ConfirmChange
            act="withdrawal"
            fields={{ indicator, kind, version: id }}
            previewed={preview.previewed}
            asksWhy
            request={request}
          />
        </>
      ) : (
        <PreviewProblems preview={preview} />
      )}
    </section>
  );
}
