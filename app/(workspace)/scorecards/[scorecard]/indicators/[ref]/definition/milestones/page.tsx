import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangePreview } from "#components/definitions/change-preview";
import { ConfirmChange } from "#components/definitions/confirm-change";
import { MilestonesForm } from "#components/definitions/milestones-form";
import { PreviewProblems } from "#components/definitions/preview-problems";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { requirePermission } from "#lib/audit/require-permission";
import { getMilestones } from "#lib/definitions/get-milestones";
import { isMilestonesField } from "#lib/definitions/inputs";
import { fieldsOf, previewOfMilestones, textsIn } from "#lib/definitions/preview-asked";
import { paths } from "#lib/paths";
import { addMonths, monthName, parseMonth } from "#lib/rules/month";

type Props = PageProps<"/scorecards/[scorecard]/indicators/[ref]/definition/milestones">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Milestones of ${(await params).ref}` };
}

/** An indicator's milestones, two years to a page: set, changed and taken away, after a preview, by the performance officer. */
export default async function MilestonesPage({ params, searchParams }: Props) {
  const actor = await requirePermission("milestones.set");
  const [{ scorecard: slug, ref }, search] = await Promise.all([params, searchParams]);
  const asked = textsIn(search);
  const page = (await getMilestones(actor, { slug, ref }, parseMonth(asked.from ?? ""))) ?? notFound();
  const { read, months, seen } = page;
  const [first, last] = [months[0]!, months.at(-1)!];
  const typed = { ...fieldsOf(asked, isMilestonesField), indicator: read.id };
  const preview = "seen" in asked ? await previewOfMilestones(actor, typed) : null;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: read.scorecard.name, href: paths.scorecard(slug) },
          { label: ref, href: read.sheet.indicators.length > 0 ? paths.indicator(slug, ref) : paths.structure(slug) },
          { label: "What it is", href: paths.definition(slug, ref) },
          { label: "Milestones" },
        ]}
      />
      <PageHeading title={`Milestones of ${ref}`} meta={`${monthName(first)} to ${monthName(last)}`} />
      {preview && !preview.ok && <PreviewProblems preview={preview} />}
      {preview?.ok && (
        <section aria-label="What changes">
          <h2 className="mt-4 text-xl">What changes</h2>
          <ChangePreview changed={preview.changed} />
          <ConfirmChange
            act="milestones"
            fields={typed}
            previewed={preview.previewed}
            asksWhy={preview.changed.asksWhy}
            request={randomUUID()}
          />
        </section>
      )}
      <MilestonesForm
        key={JSON.stringify(asked)}
        place={{ slug, ref }}
        months={months}
        seen={asked.seen ?? seen}
        typed={preview ? typed : page.typed}
        errors={preview && !preview.ok ? preview.fields : {}}
      />
      <p className="mt-4 flex flex-wrap gap-x-6">
        <TextLink href={paths.milestones(slug, ref, { from: addMonths(first, -months.length) })}>
          Earlier months
        </TextLink>
        <TextLink href={paths.milestones(slug, ref, { from: addMonths(last, 1) })}>Later months</TextLink>
      </p>
    </>
  );
}
