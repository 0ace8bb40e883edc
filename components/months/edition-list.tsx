import { PublishedOver } from "#components/months/published-over";
import { RestatedSince } from "#components/restatements/restated-since";
import { TextLink } from "#components/ui/text-link";
import type { Edition } from "#lib/audit/find-edition";
import { paths } from "#lib/paths";
import { apart } from "#lib/rules/direction";
import { editionText } from "#lib/rules/edition";
import { momentName } from "#lib/rules/moment";
import { type Month, monthName } from "#lib/rules/month";

export type ListedEdition = {
  month: Month;
  number: number;
  publishedAt: Date;
  publishedBy: string | null;
  blockers: readonly { kind: string; ref: string; team: string; words: string }[];
  reason: string | null;
  restated?: Edition["restated"];
  /** Where what was entered since the edition before stands, for who may read it. */
  enteredHref?: string | undefined;
};

/** Editions, each the way to what was published: by whom and when, over what and why. */
export function EditionList({
  editions,
  slug,
  timeZone,
  prints = false,
}: {
  editions: readonly ListedEdition[];
  slug: string;
  timeZone: string;
  /** Whether board packs can be printed here, and taken away by who reads this. */
  prints?: boolean;
}) {
  return (
    <ol className="max-w-3xl">
      {editions.map(({ month, number, publishedAt, publishedBy, blockers, reason, restated = [], enteredHref }) => (
        <li key={editionText({ month, number })} className="border-b border-line py-2">
          <TextLink href={paths.scorecard(slug, { edition: editionText({ month, number }) })} className="font-semibold">
            {`${monthName(month)}, edition ${number}`}
          </TextLink>
          {`, published by ${apart(publishedBy ?? "")}, ${momentName(publishedAt, timeZone)}`}
          {prints && (
            <>
              {" · "}
              <TextLink href={paths.pack(slug, { edition: editionText({ month, number }) })} className="inline-block">
                Board pack
                <span className="sr-only">{`, edition ${number} of ${monthName(month)}`}</span>
              </TextLink>
            </>
          )}
          {enteredHref && (
            <>
              {" · "}
              <TextLink href={enteredHref} className="inline-block">
                What was entered for it
                <span className="sr-only">{`: ${monthName(month)}, edition ${number}`}</span>
              </TextLink>
            </>
          )}
          <PublishedOver blockers={blockers} reason={reason ?? ""} />
          <RestatedSince number={number} restated={restated} />
        </li>
      ))}
    </ol>
  );
}
