import { type PersonActor, readsEditionsOnly } from "#lib/access/actor";
import { may } from "#lib/access/permissions";
import type { Edition } from "#lib/audit/find-edition";
import type { Past } from "#lib/audit/find-past";
import type { PastAddress } from "#lib/paths";
import { type EditionName, editionText, editionWords } from "#lib/rules/edition";
import { momentSeconds } from "#lib/rules/moment";

/** A cut as a list names it. */
export const cutView = ({ cut, takenAt }: Past, timeZone: string): { cut: number; moment: string } => ({
  cut,
  moment: momentSeconds(takenAt, timeZone),
});

/** The past that a page shows, as its banner names it, and where from there its reader may go. */
export type PastView = {
  /** "Cut 17", "Edition 1 of December 2013" */
  name: string;
  moment: string;
  address: PastAddress;
  edition: Published | null;
  leadsToNow: boolean;
  leadsToMoments: boolean;
};

/** By whom an edition was published, over how many things in the way, and why. */
export type Published = EditionName & {
  by: string;
  blockers: readonly { kind: string; ref: string; team: string; words: string }[];
  reason: string;
  restated: Edition["restated"];
};

export function pastView({ cut, takenAt, edition }: Past, actor: PersonActor): PastView {
  const { timeZone } = actor.organisation;
  return {
    name: edition ? titled(editionWords(edition)) : `Cut ${cut}`,
    moment: momentSeconds(edition?.publishedAt ?? takenAt, timeZone),
    address: edition ? { edition: editionText(edition) } : { cut },
    edition: edition
      ? {
          month: edition.month,
          number: edition.number,
          by: edition.publishedBy ?? "",
          blockers: edition.blockers,
          reason: edition.reason ?? "",
          restated: edition.restated,
        }
      : null,
    leadsToNow: !readsEditionsOnly(actor),
    leadsToMoments: may(actor, "past.read"),
  };
}

const titled = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);
