import type { CellPlace } from "#lib/actuals/cell-places";
import { rowKey } from "#lib/rules/return-row";

/** What a figure that was looked at is called in the review's form. */
export const seenKey = ({ indicatorId, month }: CellPlace): string => `${rowKey(indicatorId)} ${month}`;
