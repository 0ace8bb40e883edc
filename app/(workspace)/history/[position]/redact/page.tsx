import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProposeForm } from "#components/redactions/propose-form";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { SummaryList } from "#components/ui/summary-list";
import { requirePermission } from "#lib/audit/require-permission";
import { readPosition } from "#lib/history/inputs";
import { paths } from "#lib/paths";
import { getProposing } from "#lib/redactions/get-proposing";
import { withMarks } from "#lib/rules/direction";
import { keepsWordsWords } from "#lib/rules/setting-words";
import { wholeNumber } from "#lib/rules/whole-number";
import { getSettings } from "#lib/settings/get-settings";

export const metadata: Metadata = { title: "Propose a redaction" };

/** Where some of the words of an entry are proposed to go. */
export default async function ProposeRedactionPage({ params, searchParams }: PageProps<"/history/[position]/redact">) {
  const actor = await requirePermission("redaction.propose");
  const position = readPosition((await params).position);
  const [words, { keepsWordsYears }] = await Promise.all([
    position === null ? null : getProposing(actor, position),
    getSettings(actor),
  ]);
  const isPastKeeping = (await searchParams).past === "keeping" && keepsWordsYears !== null;
  if (position === null || !words) notFound();
  const entry = `Entry ${wholeNumber(position)}`;
  const choices = words.flatMap(({ digest, label }) => (digest === null ? [] : [{ value: digest, label }]));
  const steps = [
    { label: "History", href: paths.history() },
    { label: entry, href: paths.entry(position) },
    { label: "Propose a redaction" },
  ];
  return (
    <div className="max-w-3xl">
      <Breadcrumbs steps={steps} />
      <PageHeading title="Propose a redaction" meta={`Of the words of ${entry.toLowerCase()}`} />
      {words.length > 0 && (
        <SummaryList
          rows={words.map(({ label, words: said }) => ({
            term: label,
            value: (
              <span className="wrap-anywhere whitespace-pre-line">
                {said === null ? <i>not for your role to read</i> : withMarks(said)}
              </span>
            ),
          }))}
        />
      )}
      {choices.length === 0 ? (
        <EmptyState title="There are no words in it">
          {words.length > 0 ? "They were redacted already." : "Nothing that somebody wrote stands in this entry."}
        </EmptyState>
      ) : (
        <ProposeForm
          choices={choices}
          position={position}
          authority={isPastKeeping ? `Words are kept ${keepsWordsWords(keepsWordsYears)} here.` : ""}
          request={randomUUID()}
        />
      )}
    </div>
  );
}
