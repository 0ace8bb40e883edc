import type { QueueFilters } from "#lib/commentary/reading/wanted-cells";
import { isUuid } from "#lib/rules/is-uuid";
import { parseMonth } from "#lib/rules/month";

/** Which part of the queue an address shows, and which revisions were put off in it. */
export type QueueAddress = QueueFilters & { later?: readonly string[] };

/** As many as an address holds; what was put off before them stands in its place again. */
const mostLater = 25;

const word = (asked: unknown) => (typeof asked === "string" && /^[\w-]{1,100}$/.test(asked) ? asked : undefined);

/** Reads an address, or the field by which a form keeps it; what cannot be read is not asked. */
export function readQueueAddress({ month, team, scorecard, later }: Record<string, unknown>): QueueAddress {
  const [ofMonth, ofTeam, ofScorecard] = [
    parseMonth(typeof month === "string" ? month : ""),
    word(team),
    word(scorecard),
  ];
  const putOff = (typeof later === "string" ? later.split(",") : []).filter(isUuid).slice(-mostLater);
  return {
    ...(ofMonth && { month: ofMonth }),
    ...(ofTeam && { team: ofTeam }),
    ...(ofScorecard && { scorecard: ofScorecard }),
    ...(putOff.length > 0 && { later: putOff }),
  };
}

/** The same part with one more put off, behind those put off before. */
export const putOff = ({ later = [], ...part }: QueueAddress, revision: string): QueueAddress => ({
  ...part,
  later: [...later.filter((each) => each !== revision), revision].slice(-mostLater),
});
