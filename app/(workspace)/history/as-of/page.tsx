import type { Metadata } from "next";
import { CutList } from "#components/history/cut-list";
import { MomentForm } from "#components/history/moment-form";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { ErrorSummary } from "#components/ui/error-summary";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink, touchable } from "#components/ui/text-link";
import { asOf } from "#lib/audit/as-of";
import { findPast } from "#lib/audit/find-past";
import { cutView } from "#lib/audit/past-view";
import { requirePermission } from "#lib/audit/require-permission";
import { listCuts } from "#lib/history/list-cuts";
import { paths } from "#lib/paths";
import { listScorecards } from "#lib/scorecards/list-scorecards";

export const metadata: Metadata = { title: "As it stood" };

/** Where a moment is chosen, and the scorecards as they stood then. */
export default async function AsOfPage({ searchParams }: PageProps<"/history/as-of">) {
  const actor = await requirePermission("past.read");
  const { timeZone } = actor.organisation;
  const search = await searchParams;
  const [at, cut] = [one(search.at), one(search.cut)];
  const [reading, cuts] = await Promise.all([at || cut ? findPast({ at, cut }, timeZone) : null, listCuts()]);
  const past = reading?.ok ? reading.past : null;
  const scorecards = past ? await asOf(past.cut, () => listScorecards(actor)) : [];
  const problem = reading && !reading.ok ? reading.message : undefined;
  return (
    <>
      <Breadcrumbs steps={[{ label: "History", href: paths.history() }, { label: "As it stood" }]} />
      <PageHeading
        title="As it stood at a moment"
        meta="Every page of a scorecard, with the figures, comments, bands, names and words of that moment"
      />
      <ErrorSummary errors={problem ? [{ field: "at", message: problem }] : []} />
      <MomentForm typed={at ?? ""} problem={problem} />
      {past && <Found past={cutView(past, timeZone)} scorecards={scorecards} isNewestBefore={!cut} />}
      <CutList cuts={cuts.map((each) => cutView(each, timeZone))} />
    </>
  );
}

function Found({
  past: { cut, moment },
  scorecards,
  isNewestBefore,
}: {
  past: { cut: number; moment: string };
  scorecards: readonly { slug: string; name: string }[];
  /** A moment was asked for, and not this cut. */
  isNewestBefore: boolean;
}) {
  return (
    <Note live="status">
      <p className="font-semibold">
        {`As it stood on ${moment}, cut ${cut}`}
        {isNewestBefore && ", the newest at or before it"}.
      </p>
      {scorecards.length === 0 && <p>There was no scorecard then.</p>}
      <ul className={touchable}>
        {scorecards.map(({ slug, name }) => (
          <li key={slug}>
            <TextLink href={paths.scorecard(slug, { cut })}>{name}</TextLink>
          </li>
        ))}
      </ul>
    </Note>
  );
}

const one = (value: string | string[] | undefined) => [value].flat()[0];
