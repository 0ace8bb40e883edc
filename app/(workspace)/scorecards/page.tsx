import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { listScorecards } from "#lib/scorecards/list-scorecards";

export const metadata: Metadata = { title: "Scorecards" };

export default async function ScorecardsPage() {
  const actor = await requirePermission("scorecard.read");
  const scorecards = await listScorecards(actor);
  const ended = scorecards.filter(({ endedAt }) => endedAt !== null);
  const live = scorecards.filter((each) => !ended.includes(each));
  const [first] = scorecards;
  if (first && scorecards.length === 1) redirect(paths.scorecard(first.slug));
  return (
    <>
      <PageHeading title="Scorecards" />
      {first ? (
        <ScorecardLinks scorecards={live} />
      ) : (
        <EmptyState title="There is no scorecard yet">
          The performance officer imports the first one, or makes it by hand.
        </EmptyState>
      )}
      {ended.length > 0 && (
        <>
          <h2 className="mt-8 mb-2 text-xl">Ended</h2>
          <ScorecardLinks scorecards={ended} />
        </>
      )}
      {first && (
        <p className="touchable mt-8">
          <TextLink href={paths.files()}>Files that you had made</TextLink>
        </p>
      )}
    </>
  );
}

const ScorecardLinks = ({ scorecards }: { scorecards: readonly { slug: string; name: string }[] }) => (
  <ul className="grid gap-2 text-lg">
    {scorecards.map(({ slug, name }) => (
      <li key={slug}>
        <TextLink href={paths.scorecard(slug)}>{name}</TextLink>
      </li>
    ))}
  </ul>
);
