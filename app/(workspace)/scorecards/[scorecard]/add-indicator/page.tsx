import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AddIndicatorForm } from "#components/definitions/add-indicator-form";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { requirePermission } from "#lib/audit/require-permission";
import { getAdding } from "#lib/definitions/get-adding";
import { paths } from "#lib/paths";
import { dayIn } from "#lib/rules/day";
import type { Month } from "#lib/rules/month";

export const metadata: Metadata = { title: "Add an indicator" };

/** Where the performance officer adds an indicator by hand: what it is at first, from a month on. */
export default async function AddIndicatorPage({ params }: PageProps<"/scorecards/[scorecard]/add-indicator">) {
  const actor = await requirePermission("indicator.add");
  const { scorecard: slug } = await params;
  const today = dayIn(actor.organisation.timeZone, new Date()).slice(0, 7) as Month;
  const { scorecard, ...choices } = (await getAdding(actor, slug, today)) ?? notFound();
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: scorecard.name, href: paths.scorecard(slug) },
          { label: "Dictionary", href: paths.dictionary(slug) },
          { label: "Add an indicator" },
        ]}
      />
      <PageHeading
        title="Add an indicator"
        meta="It is due from its first month on. Its bands, benchmark and milestones are set afterwards."
      />
      {choices.sections.length === 0 || choices.teams.length === 0 ? (
        <EmptyState title="Not yet">
          {choices.sections.length === 0 ? (
            <>
              It stands in a section. Give the scorecard its{" "}
              <TextLink href={paths.structure(slug)}>themes and sections</TextLink> first.
            </>
          ) : (
            <>
              A team answers for it. Add the <TextLink href={paths.teams()}>teams</TextLink> first.
            </>
          )}
        </EmptyState>
      ) : (
        <AddIndicatorForm {...choices} scorecard={scorecard.id} request={randomUUID()} />
      )}
    </>
  );
}
