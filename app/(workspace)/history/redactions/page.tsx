import type { Metadata } from "next";
import { RedactionsTable } from "#components/redactions/redactions-table";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { listRedactions } from "#lib/redactions/list-redactions";
import { readPage } from "#lib/rules/read-page";
import { keepsWordsWords } from "#lib/rules/setting-words";
import { getSettings } from "#lib/settings/get-settings";

export const metadata: Metadata = { title: "Redactions" };

/** The register of words that were proposed to go, and went. */
export default async function RedactionsPage({ searchParams }: PageProps<"/history/redactions">) {
  const [actor, { page: asked }] = await Promise.all([requirePermission("redaction.list"), searchParams]);
  const page = readPage(asked);
  const [{ redactions, hasMore }, { keepsWordsYears }] = await Promise.all([
    listRedactions(actor, page),
    getSettings(actor),
  ]);
  return (
    <>
      <Breadcrumbs steps={[{ label: "History", href: paths.history() }, { label: "Redactions" }]} />
      <PageHeading title="Redactions" meta="Words that must go: proposed by one person, and confirmed by another" />
      {keepsWordsYears !== null && (
        <p className="mb-4">
          Words are kept {keepsWordsWords(keepsWordsYears)}:{" "}
          <TextLink href={paths.pastKeeping()}>those that are older</TextLink> are to be read, and proposed to go or
          left.
        </p>
      )}
      {redactions.length === 0 ? (
        <EmptyState title="Nothing was redacted">
          Open the entry in <TextLink href={paths.history()}>the history</TextLink> that has the words, and propose it
          there.
        </EmptyState>
      ) : (
        <RedactionsTable rows={redactions} timeZone={actor.organisation.timeZone} />
      )}
      {(hasMore || page > 1) && (
        <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-x-4">
          {hasMore && (
            <TextLink href={paths.redactions({ page: page + 1 })} rel="next">
              Earlier ones
            </TextLink>
          )}
          {page > 1 && <TextLink href={paths.redactions()}>The newest</TextLink>}
        </nav>
      )}
    </>
  );
}
