import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerForms } from "#components/redactions/answer-forms";
import { outcomeOf } from "#components/redactions/outcome-of";
import { PlacesTable } from "#components/redactions/places-table";
import { StaysNote } from "#components/redactions/stays-note";
import { TakenTable } from "#components/redactions/taken-table";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { SummaryList } from "#components/ui/summary-list";
import { requirePermission } from "#lib/audit/require-permission";
import { paths, type RedactionDone } from "#lib/paths";
import { getRedaction } from "#lib/redactions/get-redaction";
import { withMarks } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";

export const metadata: Metadata = { title: "Redaction" };

const said: Record<RedactionDone, string> = {
  proposed: "It is proposed. Nothing goes until another performance officer or auditor confirms it.",
  withdrawn: "It is withdrawn. The words stay.",
  refused: "It is refused. The words stay.",
  confirmed: "The words are gone, wherever they stood. What stands in their place says since when, by whom and why.",
};

function whatGoes(passage: string | null, isGone: boolean) {
  if (passage === null) return "A whole text";
  return isGone ? "A passage" : <q className="wrap-anywhere">{withMarks(passage)}</q>;
}

/** One redaction: what goes on whose authority, everywhere it stands, and what was taken away before. */
export default async function RedactionPage({ params, searchParams }: PageProps<"/history/redactions/[redaction]">) {
  const [actor, { redaction: id }, { done }] = await Promise.all([
    requirePermission("redaction.list"),
    params,
    searchParams,
  ]);
  const found = await getRedaction(actor, id);
  if (!found) notFound();
  const { timeZone } = actor.organisation;
  const isSaid = typeof done === "string" && Object.hasOwn(said, done);
  const waits = !found.confirmedAt && !found.refusedAt && !found.withdrawnAt;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "History", href: paths.history() },
          { label: "Redactions", href: paths.redactions() },
          { label: "Redaction" },
        ]}
      />
      <PageHeading title="Redaction" meta={outcomeOf(found, timeZone)} />
      {isSaid && (
        <Note key={done} live="status">
          {said[done as RedactionDone]}
        </Note>
      )}
      <SummaryList
        rows={[
          {
            term: waits ? "What goes" : "What was to go",
            value: whatGoes(found.passage, found.confirmedAt !== null),
          },
          { term: "On the authority of", value: <span className="wrap-anywhere">{withMarks(found.authority)}</span> },
          { term: "Proposed by", value: `${found.proposedBy}, ${momentName(found.proposedAt, timeZone)}` },
          ...(found.filesTaken > 0
            ? [
                {
                  term: "Files deleted with the words",
                  value: `${found.filesTaken}, which people had made or asked for here`,
                },
              ]
            : []),
          ...(found.refusedReason
            ? [{ term: "Why it was refused", value: <span className="wrap-anywhere">{found.refusedReason}</span> }]
            : []),
        ]}
      />
      {(waits || found.confirmedAt) && (
        <>
          <PlacesTable places={found.places} isGone={!waits} />
          {found.staysIn.length > 0 && <StaysNote staysIn={found.staysIn} />}
          <TakenTable taken={found.taken} hasMore={found.takenMore} timeZone={timeZone} />
        </>
      )}
      {waits && (
        <AnswerForms
          redaction={found.id}
          seen={found.version}
          texts={found.texts}
          isOwn={found.proposedById === actor.person.id}
          isWriter={found.isWriter}
          requests={{ confirm: randomUUID(), other: randomUUID() }}
        />
      )}
    </>
  );
}
