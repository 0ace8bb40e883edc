import type { Metadata } from "next";
import { PastKeepingTable } from "#components/redactions/past-keeping-table";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { requirePermission } from "#lib/audit/require-permission";
import { readPosition } from "#lib/history/inputs";
import { paths } from "#lib/paths";
import { listPastKeeping } from "#lib/redactions/list-past-keeping";
import { keepsWordsWords } from "#lib/rules/setting-words";
import { wholeNumber } from "#lib/rules/whole-number";

export const metadata: Metadata = { title: "Words kept for longer" };

/** What the organisation's time of keeping words proposes to go. Nothing goes by itself. */
export default async function PastKeepingPage({ searchParams }: PageProps<"/history/redactions/past-keeping">) {
  const [actor, { after }] = await Promise.all([requirePermission("redaction.list"), searchParams]);
  const from = readPosition(String(after)) ?? 0;
  const past = await listPastKeeping(actor, from);
  const steps = [
    { label: "History", href: paths.history() },
    { label: "Redactions", href: paths.redactions() },
    { label: "Words kept for longer" },
  ];
  return (
    <>
      <Breadcrumbs steps={steps} />
      <PageHeading
        title="Words kept for longer"
        meta={`Words are kept ${keepsWordsWords(past?.years ?? null)}. Each that is older is read, and proposed to go or left.`}
      />
      {past === null && (
        <EmptyState title="No time is set for which words are kept">
          A performance officer sets it in the settings. Nothing is ever deleted by itself.
        </EmptyState>
      )}
      {past && past.words.length === 0 && (
        <EmptyState title={past.next === null ? "No words are older" : "None in these entries"}>
          {past.next === null
            ? "Nothing that stands here is kept for longer than was set."
            : "What is older lies further on."}
        </EmptyState>
      )}
      {past && past.words.length > 0 && <PastKeepingTable words={past.words} timeZone={actor.organisation.timeZone} />}
      {past && (past.next !== null || from > 0) && (
        <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-x-4">
          {past.next !== null && (
            <TextLink href={paths.pastKeeping({ after: past.next })} rel="next">
              {`Go on after entry ${wholeNumber(past.next)}`}
            </TextLink>
          )}
          {from > 0 && <TextLink href={paths.pastKeeping()}>The oldest</TextLink>}
        </nav>
      )}
    </>
  );
}
