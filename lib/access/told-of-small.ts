import type { MissingSymbol } from "#db/vocabulary";
import { type PersonActor, seesSmall } from "#lib/access/actor";
import { figuresTold } from "#lib/rules/small/figures-told";
import { withheldReason } from "#lib/rules/small/small-words";
import { holdsNumber, tellsAny } from "#lib/rules/small/tells-figure";

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

type Blocker = { kind: string; ref: string; team: string; words: string };
/** An indicator whose small numbers are or were ever hidden, with its figure of an edition's month. */
export type Hiding = { ref: string; value: string | null; numerator: string | null; denominator: string | null };
type Published = {
  hiding: readonly Hiding[];
  blockers: readonly Blocker[];
  reason: string | null;
  restated: readonly Restated[];
};

/**
 * An edition as somebody is told of it. Whether the comment of a hidden figure was missing says whether its grade changed, so
 * none of those is told, nor that there were any; and why it was published over the others may say a figure, as may what was
 * restated.
 */
export function editionAsTold<E extends Published>(eyes: Eyes, edition: E): E {
  if (seesSmall(eyes) || edition.hiding.length === 0) return edition;
  const isHidden = ({ kind, ref }: Blocker) => kind === "comment" && edition.hiding.some((each) => each.ref === ref);
  const told = edition.blockers.filter((each) => !isHidden(each));
  const figures = edition.hiding.flatMap((each) => figuresTold(each.numerator === null ? "count" : "percent", each));
  const reason = tellsAny(edition.reason ?? "", figures) ? withheldReason : edition.reason;
  return {
    ...edition,
    hiding: [],
    blockers: told.length > 0 ? [...told, untold] : [],
    reason: told.length > 0 ? reason : null,
    restated: edition.restated.map((each) => restatedAsTold(eyes, each)),
  };
}

/** Why limits begin anew from some month, as somebody is told of it who is not shown an indicator's small numbers. */
export const reasonAsTold = (reason: string | null): string | null =>
  reason !== null && holdsNumber(reason) ? withheldReason : reason;

const untold: Blocker = {
  kind: "untold",
  ref: "Indicators of which small numbers are hidden",
  team: "",
  words: "whether their comments were required and approved is not told here",
};
