import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DictionaryList } from "#components/definitions/dictionary-list";
import { dictionaryView } from "#components/definitions/dictionary-view";
import { PastBanner } from "#components/history/past-banner";
import { MonthChoice } from "#components/scorecards/month-choice";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { may } from "#lib/access/permissions";
import { remembered } from "#lib/access/remembered";
import { pastView } from "#lib/audit/past-view";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { getDictionary } from "#lib/definitions/get-dictionary";
import { type PastAddress, paths } from "#lib/paths";
import { apart } from "#lib/rules/direction";
import { monthName, parseMonth } from "#lib/rules/month";
import { wholeRange } from "#lib/scorecards/sheet-range";

export const metadata: Metadata = { title: "Dictionary" };

/** What every indicator of a scorecard is in a month, on one page to read, to link to and to print. */
export default async function DictionaryPage({
  params,
  searchParams,
}: PageProps<"/scorecards/[scorecard]/dictionary">) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug }, asked] = await Promise.all([params, searchParams]);
  const month = typeof asked.month === "string" ? parseMonth(asked.month) : null;
  const here = (past: PastAddress) => paths.dictionary(slug, { month, ...past });
  const { past, actor: eyes, read } = await requirePast(actor, asked, { slug, here });
  const then = past && pastView(past, actor);
  const page = await remembered(eyes, ["dictionary", slug, month, past], () =>
    read(() => getDictionary(eyes, slug, month)),
  );
  if (!page) notFound();
  const { scorecard, entries } = page;
  const address = then?.address ?? {};
  return (
    <>
      {then && <PastBanner past={then} slug={slug} now={paths.dictionary(slug, { month })} />}
      <Breadcrumbs steps={[{ label: scorecard.name, href: paths.scorecard(slug, address) }, { label: "Dictionary" }]} />
      <PageHeading
        title="Dictionary"
        meta={`${apart(scorecard.name)} · what each indicator is in ${monthName(page.month)}. A band is a local threshold, not an inspection judgement.`}
        actions={
          <>
            <LinkButton href={paths.structure(slug, address)}>Structure</LinkButton>
            {!past && may(actor, "indicator.add") && (
              <LinkButton href={paths.addIndicator(slug)}>Add an indicator</LinkButton>
            )}
          </>
        }
      />
      <MonthChoice months={page.months} chosen={page.month} part={undefined} past={address} />
      {entries.length === 0 ? (
        <EmptyState title="Nothing is defined then">{`No indicator is defined in ${monthName(page.month)}.`}</EmptyState>
      ) : (
        <DictionaryList
          entries={dictionaryView(entries)}
          slug={slug}
          past={address}
          isShown={wholeRange(scorecard) !== null}
        />
      )}
    </>
  );
}
