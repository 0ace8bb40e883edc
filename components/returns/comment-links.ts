import { paths } from "#lib/paths";
import type { WantedCell } from "#lib/rules/still-wanted";

/** The ways to the comments of some cells, by their refs. */
export const commentLinks = (cells: readonly WantedCell[]) =>
  cells.map(({ slug, ref, month }) => ({ label: ref, href: paths.comment(slug, ref, month, { from: "returns" }) }));
