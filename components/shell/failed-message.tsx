"use client";

import { UnavailableMessage } from "#components/shell/unavailable-message";
import { buttonClass } from "#components/ui/button-class";
import { PageHeading } from "#components/ui/page-heading";
import { unavailableDigest } from "#db/vocabulary";
import { failedPageTitles, failedWords } from "#lib/rules/refused-page";

/** The reference is what the server's log knows the failure by; nothing else of it is shown. */
export function FailedMessage({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  if (reference === unavailableDigest) return <UnavailableMessage retry={retry} />;
  return (
    <>
      <PageHeading title={failedPageTitles[500]} />
      <p className="max-w-2xl">
        {failedWords[500]} Try again; if it keeps failing, tell the performance officer
        {reference ? " and quote this reference." : "."}
      </p>
      {reference && (
        <p className="mt-3">
          Reference <strong className="font-mono select-all">{reference}</strong>
        </p>
      )}
      <p className="mt-5 flex flex-wrap items-center gap-4">
        <button type="button" onClick={() => retry()} className={buttonClass("primary")}>
          Try again
        </button>
        <a href="/" target="_self" className="text-accent underline underline-offset-3">
          Go to your home page
        </a>
      </p>
    </>
  );
}
