import type { PublishesOver } from "#db/vocabulary";
import { inHours } from "#lib/rules/ended-words";

/** Who publishes a month over what stands in the way; null is as it is where nothing was set. */
export const publishesOverWords = (over: PublishesOver | null): string =>
  ({
    any: "any performance officer publishes over what stands in the way",
    "another officer": "whoever closed a month does not publish it over what stands in the way",
    nobody: "nobody publishes over what stands in the way",
  })[over ?? "any"];

/** "for 7 years" */
export const keepsWordsWords = (years: number | null): string => {
  if (years === null) return "for as long as there is Candour";
  return years === 1 ? "for one year" : `for ${years} years`;
};

/** "after 4 hours without use, and after 8 hours in all" */
export const sessionLifeWords = (idleHours: number | null, hours: number | null): string =>
  idleHours === null || hours === null
    ? "when the operator of this installation says"
    : `after ${inHours(idleHours)} without use, and after ${inHours(hours)} in all`;
