import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { LabelSetForm } from "#components/structure/label-set-form";
import { LevelsShown } from "#components/structure/levels-shown";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { listOwnLabelSets } from "#lib/structure/list-own-label-sets";

export const metadata: Metadata = { title: "Words for grades" };

/** The words, signs and colours that scorecards of the organisation can grade by; and where others are made. */
export default async function LabelSetsPage({ searchParams }: PageProps<"/admin/words-for-grades">) {
  const actor = await requirePermission("label_set.make");
  const [labelSets, { done }] = await Promise.all([listOwnLabelSets(actor), searchParams]);
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "Keeping scorecards", href: paths.keptScorecards() }, { label: "Words for grades" }]}
      />
      <PageHeading
        title="Words for grades"
        meta="Two to six levels, the best first. What is made never changes: each scorecard chooses its words from a month on, so that its old months keep theirs."
      />
      {done === "made" && (
        <Note live="status">They are made. A scorecard is given them on its own page of words for grades.</Note>
      )}
      {labelSets.length === 0 && <EmptyState title="There are none yet">Make the first below.</EmptyState>}
      <ul className="max-w-3xl">
        {labelSets.map(({ id, name, labels }) => (
          <li key={id} className="border-b border-line py-3">
            <h2 className="text-lg">{name}</h2>
            <LevelsShown labels={labels} />
          </li>
        ))}
      </ul>
      <h2 className="mt-8 mb-2 text-xl">Make other ones</h2>
      <LabelSetForm request={randomUUID()} />
    </>
  );
}
