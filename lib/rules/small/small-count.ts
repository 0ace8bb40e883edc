// Counts have at most four decimals, as of full-time equivalents: in ten-thousandths they are whole and compare exactly.
const unit = 10_000;

/** A count in whole ten-thousandths. */
export const exactCount = (count: string): number => Math.round(Number(count) * unit);

/** What is known of a count that is hidden for being few. */
export const few = { least: unit, greatest: 5 * unit };

/** Whether so many are few: from 1 to 5, or a part of such; 0 is nobody. In whole ten-thousandths. */
export const isFew = (exact: number): boolean => exact > 0 && exact < 6 * unit;
