"use client";

import { OpenedEntries } from "#components/history/opened-entries";
import type { OpenedView } from "#components/history/opened-view";
import { SentenceLine } from "#components/history/sentence-line";
import { ShownChange } from "#components/history/shown-change";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { DownloadButton } from "#components/ui/button";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { wholeNumber } from "#lib/rules/whole-number";

/** One entry: its sentence in full, the facts of its action, what it changed, and the way to what else was done with it. */
export function EntryContent({
  view,
  moment,
  action,
  readsPast,
}: {
  view: OpenedView;
  moment: string;
  action: string;
  readsPast: boolean;
}) {
  const [entry] = view.entries;
  if (!entry) return null;
  const { position, said } = entry;
  return (
    <>
      <Breadcrumbs steps={[{ label: "History", href: paths.history() }]} />
      <PageHeading
        title={`Entry ${wholeNumber(position)}`}
        meta={moment}
        actions={
          readsPast && <DownloadButton href={paths.entryProof(position)}>Proof that it is sealed</DownloadButton>
        }
      />
      <div className="opened max-w-3xl">
        <p className="text-lg">
          <SentenceLine said={said} refs={view} />
        </p>
        {said.change && <ShownChange change={said.change} levels={view.levels} />}
        <OpenedEntries view={view} />
        <p>
          <TextLink href={paths.history({ action })}>Every entry of the same action</TextLink>
        </p>
      </div>
    </>
  );
}
