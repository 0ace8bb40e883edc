import type { Role } from "#db/vocabulary";
import { fixedPaths } from "#lib/paths/fixed-paths";

/** A place of the main menu in words, and of what a number stands beside it. */
export type MenuPlace = readonly [label: string, href: string, counted?: "waiting" | "new"];

type Place = { at: MenuPlace; for: (roles: readonly Role[], isDeputy: boolean) => boolean };

const everyone = () => true;
const whoeverHoldsOne = (roles: readonly Role[]) => roles.length > 0;
const whoeverHoldsNone = (roles: readonly Role[]) => roles.length === 0;
const holding =
  (...wanted: Role[]) =>
  (roles: readonly Role[]) =>
    roles.some((role) => wanted.includes(role));

const places: readonly Place[] = [
  { at: ["Home", fixedPaths.home()], for: everyone },
  { at: ["Scorecards", fixedPaths.scorecards()], for: whoeverHoldsOne },
  { at: ["Returns", fixedPaths.returns()], for: holding("team lead") },
  {
    at: ["Approvals", fixedPaths.approvals(), "waiting"],
    for: (roles, isDeputy) => isDeputy || roles.includes("head of service"),
  },
  { at: ["Months", fixedPaths.months()], for: holding("performance officer") },
  {
    at: ["History", fixedPaths.history()],
    for: holding("team lead", "head of service", "auditor", "performance officer"),
  },
  { at: ["Imports", fixedPaths.imports()], for: holding("performance officer") },
  { at: ["People", fixedPaths.people()], for: holding("performance officer") },
  { at: ["Notices", fixedPaths.notices(), "new"], for: whoeverHoldsOne },
  // Not all that is counted is shown to them.
  { at: ["Notices", fixedPaths.notices()], for: whoeverHoldsNone },
];

/** Where a person can go. It only points: each page asks its own permission. */
export const menuOf = (roles: readonly Role[], isDeputy: boolean): MenuPlace[] =>
  places.filter((place) => place.for(roles, isDeputy)).map(({ at }) => at);
