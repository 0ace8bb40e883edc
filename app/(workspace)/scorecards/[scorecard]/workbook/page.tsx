import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { askedFile } from "#app/asked-file";
import { AskedOf, HowItIsMade, OtherMonths } from "#components/files/asked-of";
import { MakeFileForm } from "#components/files/make-file-form";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";

export const metadata: Metadata = { title: "Make a workbook" };

/** Where somebody asks for a scorecard's workbook or text to be made while they go on: of a large one it takes long. */
export default async function WorkbookPage({ params, searchParams }: PageProps<"/scorecards/[scorecard]/workbook">) {
  const actor = await requirePermission("scorecard.export");
  const [{ scorecard: slug }, asked] = await Promise.all([params, searchParams]);
  const here = (view: object) => paths.workbook(slug, view);
  const { name, back, moment, refused, range, of, small } = await askedFile(actor, asked, { slug, here });
  return (
    <>
      <Breadcrumbs steps={[{ label: name, href: back }, { label: "Make a workbook" }]} />
      <PageHeading
        title="Make a workbook"
        meta="The files that the scorecard’s page gives at once, made while you go on and kept for you"
      />
      <OtherMonths refused={refused} taken="All months are taken." />
      {range ? (
        <>
          <AskedOf moment={moment} range={range} />
          <HowItIsMade time="up to some minutes where the scorecard is large" />
          <MakeFileForm kind="workbook" of={of} small={small} request={randomUUID()} />
        </>
      ) : (
        <EmptyState title="Nothing to take away yet">This scorecard has no month yet.</EmptyState>
      )}
    </>
  );
}
