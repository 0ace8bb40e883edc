import type { Month } from "#lib/rules/month";

/** By what name a browser keeps what is typed into a figure's row. */
export const keptName = (indicatorId: string, month: Month): string => `figure ${indicatorId} ${month}`;
