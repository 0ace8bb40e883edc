/** What a test did and found. */
export type Report = {
  tried: number;
  /** Of those, what was refused in words. */
  refused: number;
  /** What was acknowledged and is not there, or is there twice. */
  lost: string[];
  /** Whatever should not have been answered or done. */
  unexpected: string[];
};

export const newReport = (): Report => ({ tried: 0, refused: 0, lost: [], unexpected: [] });

export const lineOf = (name: string, { tried, refused, lost, unexpected }: Report): string =>
  `${`${name}:`.padEnd(16)} tried ${tried}, refused ${refused}, lost ${lost.length}, unexpected ${unexpected.length}`;

export const isBad = ({ lost, unexpected }: Report): boolean => lost.length + unexpected.length > 0;

const most = 40;

/** What was lost and unexpected, one a line, the same only once. */
export function detailsOf({ lost, unexpected }: Report): string[] {
  const told = [
    ...new Set([...lost.map((what) => `  lost: ${what}`), ...unexpected.map((what) => `  unexpected: ${what}`)]),
  ];
  return told.length > most ? [...told.slice(0, most), `  and ${told.length - most} more`] : told;
}
