"use client";

import { useState, useSyncExternalStore } from "react";
import { InvitedTable } from "#components/people/invited-table";
import { Button } from "#components/ui/button";
import { Note } from "#components/ui/note";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import type { ShownInvited } from "#lib/people/shown-invited";

/** What was done, with the links to hand on: they are shown here once, and kept nowhere. */
export function InvitedLinks({ people }: { people: readonly ShownInvited[] }) {
  const links = people.filter(({ link }) => link !== null);
  return (
    <>
      <Note live="status">{saidOf(links)}</Note>
      {links.length > 0 && <CopyLinks people={links} />}
      <InvitedTable people={people} caption="What became of each person" />
      <p className="mt-4">
        <TextLink href={paths.people()}>Back to all people</TextLink>
      </p>
    </>
  );
}

function saidOf(links: readonly ShownInvited[]): string {
  if (links.length === 0) return "Done. There is no link to hand on.";
  return links.some(({ sentTo }) => sentTo)
    ? "Done. The links are shown once, and sent by mail. Copy one for whom no mail reaches, and give it to nobody else."
    : "Done. The links are shown once: copy each for the person it is for, and give it to nobody else.";
}

/** Name, address and link of each as cells, for a spreadsheet or a mail merge. */
function CopyLinks({ people }: { people: readonly ShownInvited[] }) {
  const [said, say] = useState("");
  // Nothing copies by itself where no script runs: there the links are selected.
  const mayCopy = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const cells = people.map(({ name, email, link }) => [name, email, link].join("\t")).join("\n");
  const copy = () =>
    navigator.clipboard.writeText(cells).then(
      () => say("Copied."),
      () => say("The browser did not let this be copied: select the links below."),
    );
  if (!mayCopy) return null;
  return (
    <p className="my-3 flex flex-wrap items-center gap-3">
      <Button type="button" tone="quiet" onClick={copy}>
        Copy names and links
      </Button>
      <output>{said}</output>
    </p>
  );
}

/** Whether a script runs does not change. */
const never = () => () => undefined;
