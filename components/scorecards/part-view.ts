/** The parts of a scorecard, or of a theme, that one page cannot show, by name; and which of them this page shows, from 1. */
export type PartView = { labels: string[]; number: number };

export const partView = (part: PartView | null): PartView | null =>
  part && part.labels.length > 1 ? { labels: part.labels, number: part.number } : null;
