import type { Past } from "#lib/audit/find-past";
import { momentSeconds } from "#lib/rules/moment";

/** A cut as a page names it. */
export const pastView = ({ cut, takenAt }: Past, timeZone: string): { cut: number; moment: string } => ({
  cut,
  moment: momentSeconds(takenAt, timeZone),
});
