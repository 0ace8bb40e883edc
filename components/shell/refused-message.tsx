"use client";

import { PageHeading } from "#components/ui/page-heading";
import { fixedPaths } from "#lib/paths/fixed-paths";
import { refusedPageWords } from "#lib/rules/refused-page";

/** Sent with every page in case it is refused: see `MissingMessage`. */
export function RefusedMessage() {
  return (
    <>
      <title>Not for your role · Candour</title>
      <PageHeading title="This page is not for your role" />
      <p className="max-w-2xl">{refusedPageWords[403]}</p>
      <p className="mt-4">
        <a href={fixedPaths.home()} className="link">
          Go to your home page
        </a>{" "}
        or{" "}
        <a href={fixedPaths.account()} className="link">
          see the roles you hold
        </a>
        .
      </p>
    </>
  );
}
