"use client";

import { useEffect } from "react";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { fixedPaths } from "#lib/paths/fixed-paths";
import { failedPageTitles, refusedPageWords } from "#lib/rules/refused-page";

const seconds = 5;

/** There is no database to show the page from; it comes back by itself once there is. */
export function UnavailableMessage({ retry }: { retry: () => void }) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const answer = await fetch(fixedPaths.ready(), { cache: "no-store" }).catch(() => null);
      if (answer?.ok) retry();
      timer = setTimeout(look, seconds * 1000);
    };
    timer = setTimeout(look, seconds * 1000);
    return () => clearTimeout(timer);
  }, [retry]);

  return (
    <>
      <title>{`${failedPageTitles[503]} · Candour`}</title>
      <PageHeading title={failedPageTitles[503]} />
      <Note tone="stop" live="alert">
        <p className="max-w-2xl">{refusedPageWords[503]}</p>
      </Note>
      <p className="max-w-2xl">
        This page tries again by itself every {seconds} seconds; leave it open. If that lasts, tell whoever keeps the
        server.
      </p>
    </>
  );
}
