"use client";

import { lazy, Suspense } from "react";
import { fixedPaths } from "#lib/paths/fixed-paths";
import { failedPageTitles, failedWords } from "#lib/rules/refused-page";

const Message = lazy(() =>
  import("#components/shell/failed-message").then(
    (it) => ({ default: it.FailedMessage }),
    () => ({ default: FailedWords }),
  ),
);

/** What stands in a page's place when it failed. Every page brings this, so it is the words alone; the rest is fetched when it is needed. */
export function FailedLater({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Suspense fallback={<FailedWords />}>
      <Message error={error} retry={retry} />
    </Suspense>
  );
}

const FailedWords = () => (
  <>
    <h1>{failedPageTitles[500]}</h1>
    <p>
      {failedWords[500]}{" "}
      <a href={fixedPaths.home()} target="_self">
        Go to your home page
      </a>
    </p>
  </>
);
