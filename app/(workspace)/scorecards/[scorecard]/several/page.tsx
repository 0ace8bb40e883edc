import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConfirmChange } from "#components/definitions/confirm-change";
import { PreviewProblems } from "#components/definitions/preview-problems";
import { MonthChoice } from "#components/scorecards/month-choice";
import { SeveralForm } from "#components/structure/several-form";
import { SeveralPreview } from "#components/structure/several-preview";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { requirePermission } from "#lib/audit/require-permission";
import { fieldsOf, textsIn } from "#lib/definitions/preview-asked";
import { paths } from "#lib/paths";
import { monthName, parseMonth } from "#lib/rules/month";
import { getSeveral } from "#lib/structure/several/get-several";
import { isSeveralField } from "#lib/structure/several/inputs";
import { previewOfSeveral } from "#lib/structure/several/preview-several-asked";

export const metadata: Metadata = { title: "Several indicators at once" };

type Props = PageProps<"/scorecards/[scorecard]/several">;

/** Teams, due rules and precisions of many indicators from a month on: changed, after a preview of all that it changes, by the performance officer. */
export default async function SeveralPage({ params, searchParams }: Props) {
  const actor = await requirePermission("indicator.define");
  const [{ scorecard: slug }, search] = await Promise.all([params, searchParams]);
  const asked = textsIn(search);
  const page = (await getSeveral(actor, slug, { from: parseMonth(asked.from ?? ""), part: asked.part })) ?? notFound();
  const { scorecard, from, rows, parts, part } = page;
  const typed = { ...fieldsOf(asked, isSeveralField), scorecard: scorecard.id };
  const preview = "seen" in asked ? await previewOfSeveral(actor, typed) : null;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: scorecard.name, href: paths.scorecard(slug) },
          { label: "Structure", href: paths.structure(slug) },
          { label: "Several at once" },
        ]}
      />
      <PageHeading
        title="Several indicators at once"
        meta="Who answers for each, how often it is due and how many decimals it shows, from a month on"
      />
      {asked.done === "changed" && <Note live="status">They are changed, as it was previewed.</Note>}
      {preview && !preview.ok && <PreviewProblems preview={preview} />}
      {preview?.ok && (
        <section aria-label={`What changes from ${monthName(from)}`}>
          <h2 className="mt-4 text-xl">{`What changes from ${monthName(from)}`}</h2>
          <SeveralPreview changed={preview.changed} />
          <ConfirmChange
            act="several"
            fields={typed}
            previewed={preview.previewed}
            asksWhy={preview.changed.asksWhy}
            request={randomUUID()}
          />
          <h2 className="mt-8 text-xl">Or change them further</h2>
        </section>
      )}
      <MonthChoice name="from" label="From which month" months={page.months} chosen={from} part={part} past={{}} />
      {rows.length === 0 ? (
        <EmptyState title="No indicator is defined in this month">
          Choose another month, or <TextLink href={paths.addIndicator(slug)}>add an indicator</TextLink>.
        </EmptyState>
      ) : (
        <SeveralForm
          key={JSON.stringify(asked)}
          slug={slug}
          from={from}
          seen={preview && asked.seen ? asked.seen : page.seen}
          part={part}
          rows={rows}
          teams={page.teams}
          typed={preview ? typed : {}}
          errors={preview && !preview.ok ? preview.fields : {}}
        />
      )}
      {parts.length > 1 && (
        <nav aria-label="Parts" className="mt-4 flex flex-wrap gap-x-6">
          {parts.map((label, index) => (
            <TextLink
              key={label}
              href={paths.several(slug, { from, part: index + 1 })}
              aria-current={index + 1 === part ? "page" : undefined}
            >
              {label}
            </TextLink>
          ))}
        </nav>
      )}
    </>
  );
}
