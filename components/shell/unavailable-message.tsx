"use client";

import { useEffect } from "react";
import { PageHeading } from "#components/ui/page-heading";
import { fixedPaths } from "#lib/paths/fixed-paths";
import { failedPageTitles, failedWords } from "#lib/rules/refused-page";

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
      <div role="alert" className="my-4 rounded-r-md border-l-4 border-stop bg-stop-wash px-4 py-2.5">
        <p className="max-w-2xl">{failedWords[503]}</p>
      </div>
      <p className="max-w-2xl">
        This page tries again by itself every {seconds} seconds; leave it open. If that lasts, tell whoever keeps the
        server.
      </p>
    </>
  );
}
