import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EntryContent } from "#components/history/entry-content";
import { openedView } from "#components/history/opened-view";
import { may } from "#lib/access/permissions";
import { requirePermission } from "#lib/audit/require-permission";
import { readPosition } from "#lib/history/inputs";
import { getEntry } from "#lib/history/opened-entries";
import { momentSeconds } from "#lib/rules/moment";
import { wholeNumber } from "#lib/rules/whole-number";

type Props = PageProps<"/history/[position]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const position = readPosition((await params).position);
  return { title: position === null ? "Entry" : `Entry ${wholeNumber(position)}` };
}

/** One entry with all that is known of it: what a line of the history opens, for who has no script or wants its address. */
export default async function EntryPage({ params }: Props) {
  const actor = await requirePermission("history.read");
  const position = readPosition((await params).position);
  const opened = position === null ? null : await getEntry(actor, position);
  if (!opened) notFound();
  const { at, actionId } = opened.entry;
  return (
    <EntryContent
      view={openedView([opened], may(actor, "redaction.propose"))}
      moment={momentSeconds(new Date(at), actor.organisation.timeZone)}
      action={actionId}
      readsPast={may(actor, "past.read")}
    />
  );
}
