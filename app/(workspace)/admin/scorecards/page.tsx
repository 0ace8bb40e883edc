import type { Metadata } from "next";
import { CopyScorecardForm } from "#components/structure/copy-form";
import { KeptList } from "#components/structure/kept-list";
import { MakeScorecardForm } from "#components/structure/make-form";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { dayIn } from "#lib/rules/day";
import type { Month } from "#lib/rules/month";
import { getKeeping } from "#lib/structure/get-keeping";

export const metadata: Metadata = { title: "Keeping scorecards" };

/** Every scorecard for who keeps them, ended ones too; and where another is made. */
export default async function KeptScorecardsPage() {
  const actor = await requirePermission("scorecard.make");
  const { scorecards, labelSets } = await getKeeping(actor);
  const today = dayIn(actor.organisation.timeZone, new Date()).slice(0, 7) as Month;
  return (
    <>
      <PageHeading
        title="Keeping scorecards"
        meta="Made by hand or imported, given their themes, sections and indicators, and ended when they are over"
        actions={
          <>
            <LinkButton href={paths.imports()}>Import one</LinkButton>
            <LinkButton href={paths.labelSets()}>Words for grades</LinkButton>
          </>
        }
      />
      {scorecards.length === 0 ? (
        <EmptyState title="There is no scorecard yet">Make one here, or import the one you have.</EmptyState>
      ) : (
        <KeptList scorecards={scorecards} timeZone={actor.organisation.timeZone} />
      )}
      <h2 className="mt-8 mb-1 text-xl">Make a scorecard</h2>
      <MakeScorecardForm labelSets={labelSets} today={today} />
      {scorecards.length > 0 && (
        <>
          <h2 className="mt-8 mb-1 text-xl">Copy a scorecard</h2>
          <p className="mb-2 max-w-xl">
            Its themes, sections and indicators with their bands, teams and benchmarks, as they are in a month, and the
            milestones from its first month on; without figures and comments.
          </p>
          <CopyScorecardForm scorecards={scorecards} today={today} />
        </>
      )}
    </>
  );
}
