"use client";

import { PageHeading } from "#components/ui/page-heading";
import { fixedPaths } from "#lib/paths/fixed-paths";
import { refusedPageWords } from "#lib/rules/refused-page";

/** Sent with every page in case it is not there, so it is a name of a script and not its elements; a plain link brings no more script. */
export function MissingMessage() {
  return (
    <>
      <title>Page not found · Candour</title>
      <PageHeading title="There is no such page" />
      <p className="max-w-2xl">{refusedPageWords[404]}</p>
      <p className="mt-4">
        <a href={fixedPaths.home()} className="link">
          Go to your home page
        </a>{" "}
        or{" "}
        <a href={fixedPaths.scorecards()} className="link">
          see the scorecards
        </a>
        .
      </p>
    </>
  );
}
