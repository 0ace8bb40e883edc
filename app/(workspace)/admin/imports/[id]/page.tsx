import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ImportSaid } from "#components/imports/import-said";
import { ImportSummary } from "#components/imports/import-summary";
import { Notices } from "#components/imports/notices";
import { OpenProblems } from "#components/imports/open-problems";
import { ReadingTable } from "#components/imports/reading-table";
import { ReviewForm } from "#components/imports/review-form";
import { SettledDoubts } from "#components/imports/settled-doubts";
import { GradeLegend } from "#components/scorecards/grade-legend";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { PageHeading } from "#components/ui/page-heading";
import { may } from "#lib/access/permissions";
import { currentActor } from "#lib/access/session";
import { requirePermission } from "#lib/audit/require-permission";
import { isImportId } from "#lib/imports/inputs";
import { getImport, listTeamNames } from "#lib/imports/queries";
import { paths } from "#lib/paths";

type Props = PageProps<"/admin/imports/[id]">;

const readReview = cache(getImport);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [actor, { id }] = await Promise.all([currentActor(), params]);
  const review = actor && may(actor, "import.read") && isImportId(id) && (await readReview(actor, id));
  return { title: review ? `Import of ${review.fileName}` : "Review an import" };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const actor = await requirePermission("import.read");
  const [{ id }, { said }] = await Promise.all([params, searchParams]);
  if (!isImportId(id)) notFound();
  const [review, teams] = await Promise.all([readReview(actor, id), listTeamNames(actor)]);
  if (!review) notFound();
  const { timeZone } = actor.organisation;
  const { reading, indicators, doubts, notices, problems } = review;
  return (
    <>
      <Breadcrumbs steps={[{ label: "Imports", href: paths.imports() }, { label: review.fileName }]} />
      <PageHeading title={review.committedAt ? "An import" : "Review an import"} meta={review.fileName} />
      <ImportSaid said={said} review={review} timeZone={timeZone} />
      <ImportSummary review={review} timeZone={timeZone} />
      {reading && (
        <>
          <ReadingTable reading={reading} />
          <GradeLegend labels={reading.labelSet.labels} />
        </>
      )}
      <OpenProblems problems={problems} />
      <Notices notices={notices} />
      <h2 className="mt-10 text-xl">What was repaired and what is doubtful</h2>
      <p className="mt-1 max-w-3xl text-soft">
        Each text as it came stands beside the reading proposed; | is the edge of a cell it was cut at. What the source
        does not say at all is asked as well.
      </p>
      {review.committedAt ? (
        <SettledDoubts doubts={doubts} timeZone={timeZone} />
      ) : (
        <ReviewForm
          key={review.seen}
          importId={id}
          seen={review.seen}
          request={randomUUID()}
          doubts={doubts}
          indicators={indicators.map(({ ref, measure, actionPlanRefs }) => ({
            ref,
            measure,
            actionPlanRefs,
          }))}
          teams={teams}
        />
      )}
    </>
  );
}
