import type { LapseCause, NoticeKind } from "#db/vocabulary";
import type { Notice } from "#lib/notices/list-notices";
import { paths } from "#lib/paths";
import { apart } from "#lib/rules/direction";
import { editionText } from "#lib/rules/edition";
import { dateName, momentName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";
import { restatedWords } from "#lib/rules/restating";

/** A notice in words: what happened, where it leads, and the reason that somebody gave for it. */
export type NoticeLine = { href: string; words: string; reason: string | null };

type Said = Omit<Notice, "position" | "isSeen">;

/** What a notice says, at any time: of what it told then. */
export function noticeLine(notice: Said, timeZone: string): NoticeLine {
  return { href: placeOf(notice), words: wordsFor[notice.kind](notice, timeZone), reason: notice.reason };
}

/** What is told of a scorecard's month; that somebody stands in is of none. */
const inMonth = ({ month }: Said) => (month ? monthName(month) : "");
const returnOf = (it: Said) => `The ${apart(it.team ?? "")} return for ${inMonth(it)}`;
const comment = (it: Said) => `comment on ${it.ref} for ${inMonth(it)}`;
const date = ({ due }: Said) => dateName(due ?? "");
const by = ({ by: name }: Said) => (name ? ` by ${apart(name)}` : "");

/** Told to both: to who stands in, and for whom. */
function deputyWords({ deputy, personId }: Said, done: string): string {
  const { name, head, headId, team, fromDay, toDay } = deputy;
  const who = personId === headId ? `${apart(name ?? "")} is your deputy` : `You are deputy of ${apart(head ?? "")}`;
  return `${who} for ${apart(team ?? "")} from ${dateName(fromDay ?? "")} to ${dateName(toDay ?? "")}${done}.`;
}

const causes: Record<LapseCause, string> = {
  figure: "its figure was changed",
  bands: "the bands were changed",
  definition: "the definition was changed",
  levels: "the grades’ words were changed",
  earlier: "what it was given for was changed",
};

/** Neither a figure nor why there is none. */
const none = { figure: null, missing: null };

const wordsFor: Record<NoticeKind, (it: Said, timeZone: string) => string> = {
  opened: (it) => `${inMonth(it)} is open. Figures of ${apart(it.team ?? "")} are due by ${date(it)}.`,
  "opened again": (it) => `${inMonth(it)}, with figures of ${apart(it.team ?? "")}, was opened again${by(it)}.`,
  "figures due": (it) =>
    `Figures of ${apart(it.team ?? "")} for ${inMonth(it)} are due by ${date(it)}: not all were given yet.`,
  "figures overdue": (it) =>
    `Figures of ${apart(it.team ?? "")} for ${inMonth(it)} were due by ${date(it)}, and not all were given.`,
  "commentary due": (it) => `${returnOf(it)} is due with its commentary by ${date(it)}: it was not submitted yet.`,
  "commentary overdue": (it) => `${returnOf(it)} was due with its commentary by ${date(it)}, and was not submitted.`,
  asked: (it) => `${returnOf(it)} is asked to be reopened${by(it)}.`,
  reopened: (it, timeZone) =>
    `${returnOf(it)} was reopened${by(it)}${it.until ? ` until ${momentName(it.until, timeZone)}` : ""}.`,
  refused: (it) => `${returnOf(it)} was not reopened: the request was refused${by(it)}.`,
  approved: (it) => `The ${comment(it)} was approved${by(it)}.`,
  returned: (it) => `The ${comment(it)} was returned${by(it)}.`,
  withdrawn: (it) => `The approval of the ${comment(it)} was withdrawn${by(it)}.`,
  lapsed: (it, timeZone) =>
    `The approval of the ${comment(it)} lapsed: ${causes[it.cause ?? "earlier"]}${by(it)}.${it.holdsAgainSince ? ` It holds again since ${momentName(it.holdsAgainSince, timeZone)}.` : ""}`,
  restated: (it) =>
    `${it.ref} for ${inMonth(it)} was restated${by(it)}: ${restatedWords(it.was ?? none, it.became ?? none)}.`,
  "deputy named": (it) => deputyWords(it, `: named${by(it)}`),
  "deputy ended": (it) => deputyWords(it, ` no more: ended early${by(it)}`),
  "not sealed": (it) =>
    `Since ${date(it)} nothing that is entered in the history can be sealed. Its page says why; whoever keeps the server has to look.`,
  "found wrong": (it) =>
    `The history was verified on ${date(it)} and something in it is not as it was entered. Its page says what.`,
  "password set": (it, timeZone) =>
    `A new password of yours was set by a link that was sent to your address, on ${momentName(it.toldAt, timeZone)}, and your sessions were ended. If that was not you, tell your performance officer at once.`,
  "second factor reset": (it, timeZone) =>
    `Your second factor was reset${by(it) || " by a command"}, on ${momentName(it.toldAt, timeZone)}: until you set up another, your password alone signs you in. If you did not ask for that, say so at once.`,
  "came by a rule": (it, timeZone) =>
    `${apart(it.by ?? "Somebody")} signed in for the first time on ${momentName(it.toldAt, timeZone)}, by a sign-in rule, and holds what it gives.`,
  published: (it) => `${inMonth(it)} was published${by(it)}: edition ${it.number}.`,
};

function placeOf({ kind, ofRow, slug, month, teamSlug, ref, number }: Said): string {
  if (kind === "not sealed" || kind === "found wrong") return paths.integrity();
  if (kind === "came by a rule") return paths.person(ofRow);
  if (kind === "password set") return paths.account();
  if (kind === "second factor reset") return paths.secondFactor();
  if (slug === null || month === null) return paths.deputies();
  if (kind === "published") return paths.scorecard(slug, { edition: editionText({ month, number: number ?? 1 }) });
  if (ref !== null && kind === "restated") return paths.restatements(slug, ref, month);
  if (ref !== null) return paths.comment(slug, ref, month);
  return paths.teamReturn({ slug, team: teamSlug ?? "", month });
}
