import type { Month } from "#lib/rules/month";
import { placedIn, type Versions } from "#lib/structure/placed-in";

const naturally = new Intl.Collator("en", { numeric: true });

/** The indicators of a section in a month in the order in which they stand there, each with its position. */
export const orderIn = (all: readonly Versions[], sectionId: string, month: Month) =>
  all
    .flatMap((of) => {
      const held = placedIn(of.versions, month);
      return held?.sectionId === sectionId ? [{ of, position: held.position }] : [];
    })
    .sort((a, b) => a.position - b.position || naturally.compare(a.of.ref, b.of.ref));
