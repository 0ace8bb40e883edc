import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { askedFile } from "#app/asked-file";
import { AskedOf, HowItIsMade, OtherMonths } from "#components/files/asked-of";
import { MakeFileForm } from "#components/files/make-file-form";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { requirePermission } from "#lib/audit/require-permission";
import { findBrowser } from "#lib/exports/find-browser";
import { paths } from "#lib/paths";
import { packRange } from "#lib/scorecards/pack-range";

export const metadata: Metadata = { title: "Board pack" };

/** Where somebody asks for a scorecard's board pack, of the months and the moment they looked at. */
export default async function PackPage({ params, searchParams }: PageProps<"/scorecards/[scorecard]/pack">) {
  const actor = await requirePermission("scorecard.export");
  const [{ scorecard: slug }, asked] = await Promise.all([params, searchParams]);
  const here = (view: object) => paths.pack(slug, view);
  const { name, back, moment, refused, range, of, small } = await askedFile(actor, asked, {
    slug,
    here,
    rangeOf: packRange,
  });
  return (
    <>
      <Breadcrumbs steps={[{ label: name, href: back }, { label: "Board pack" }]} />
      <PageHeading
        title="Board pack"
        meta="A front page, each theme with its comments and charts, and what each indicator is"
      />
      <OtherMonths refused={refused} taken="The last months are taken." />
      {range ? (
        <>
          <AskedOf moment={moment} range={range} />
          {findBrowser() ? (
            <>
              <HowItIsMade time="some seconds" />
              <MakeFileForm kind="pack" of={of} small={small} request={randomUUID()} />
            </>
          ) : (
            <EmptyState title="No board pack can be printed here">
              There is no Chromium to print it with. Whoever runs Candour installs the package chromium, or names one
              with CHROMIUM_PATH.
            </EmptyState>
          )}
        </>
      ) : (
        <EmptyState title="Nothing to print yet">This scorecard has no month yet.</EmptyState>
      )}
    </>
  );
}
