import type { MissingSymbol } from "#db/vocabulary";
import { type PersonActor, seesSmall } from "#lib/access/actor";
import { withheldReason } from "#lib/rules/small/small-words";
import { holdsNumber } from "#lib/rules/small/tells-figure";

type Eyes = Pick<PersonActor, "roles" | "seesSmall">;
type Figure = { figure: string | null; missing: MissingSymbol | null; isHidden?: boolean };
type Restated = { hidesSmall: boolean; reason: string; before: Figure; after: Figure };

const hidden: Figure = { figure: null, missing: "c", isHidden: true };

/**
 * A restatement as somebody is told of it: where small numbers of its indicator are hidden, readers without its figures, and
 * without a reason that holds a number, as of a percentage restated nobody kept of how many it had been.
 */
export function restatedAsTold<R extends Restated>(eyes: Eyes, restated: R): R {
  if (!restated.hidesSmall || seesSmall(eyes)) return restated;
  const reason = holdsNumber(restated.reason) ? withheldReason : restated.reason;
  return { ...restated, reason, before: hidden, after: hidden };
}

type Blocker = { kind: string; ref: string; words: string };
type Published = { hiding: readonly string[]; blockers: readonly Blocker[]; restated: readonly Restated[] };

/** An edition as somebody is told of it: why a comment was required says what its figure was, and so does what was restated. */
export function editionAsTold<E extends Published>(eyes: Eyes, edition: E): E {
  if (seesSmall(eyes) || edition.hiding.length === 0) return edition;
  const isKept = ({ kind, ref }: Blocker) => kind === "comment" && edition.hiding.includes(ref);
  return {
    ...edition,
    blockers: edition.blockers.map((each) => (isKept(each) ? { ...each, words: kept } : each)),
    restated: edition.restated.map((each) => restatedAsTold(eyes, each)),
  };
}

const kept = "no comment was approved, and one is required";
