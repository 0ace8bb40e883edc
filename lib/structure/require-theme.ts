import type { Database } from "#db/client";
import { invalid } from "#lib/structure/invalid";
import { themesInOrder } from "#lib/structure/themes-in-order";

/** Throws INVALID where a theme is none of the scorecard’s, or has ended. */
export async function requireTheme(tx: Database, scorecardId: string, theme: string): Promise<void> {
  const { live } = await themesInOrder(tx, scorecardId);
  if (!live.some(({ id }) => id === theme)) throw invalid("theme", "Choose one of the scorecard’s themes.");
}
