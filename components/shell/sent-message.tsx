"use client";

import { PublicFrame } from "#components/shell/public-frame";
import { PageHeading } from "#components/ui/page-heading";
import { fixedPaths } from "#lib/paths/fixed-paths";
import { refusedWords } from "#lib/rules/refused-page";

const messages = {
  403: {
    title: "Not for your role",
    heading: "This page is not for your role",
    or: { href: fixedPaths.account(), words: "see the roles you hold" },
  },
  404: {
    title: "Page not found",
    heading: "There is no such page",
    or: { href: fixedPaths.scorecards(), words: "see the scorecards" },
  },
};

/**
 * What a page that is refused or missing says. Next sends all of these with every page in case it needs them, so they are
 * one name of one script and not elements; a plain link brings no more script.
 */
export function SentMessage({
  of,
  why,
  framed = false,
}: {
  of: keyof typeof messages;
  /** What may be wrong with the address, where that is known. */
  why?: string | null;
  framed?: boolean;
}) {
  const { title, heading, or } = messages[of];
  const said = (
    <>
      <title>{`${title} · Candour`}</title>
      <PageHeading title={heading} />
      {why && <p className="mb-2 max-w-2xl font-semibold [overflow-wrap:anywhere]">{why}</p>}
      <p className="max-w-2xl">{refusedWords[of]}</p>
      <p className="mt-4">
        <a href={fixedPaths.home()} className="link">
          Go to your home page
        </a>
        {" or "}
        <a href={or.href} className="link">
          {or.words}
        </a>
        .
      </p>
    </>
  );
  return framed ? <PublicFrame>{said}</PublicFrame> : said;
}
