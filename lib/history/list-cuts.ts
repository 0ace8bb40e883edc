import { desc } from "drizzle-orm";
import { database } from "#db/client";
import { cut } from "#db/schema/audit";
import type { Past } from "#lib/audit/find-past";

/** The newest cuts, of which each is a moment of every organisation. */
export const listCuts = (): Promise<Past[]> =>
  database().select({ cut: cut.number, takenAt: cut.takenAt }).from(cut).orderBy(desc(cut.number)).limit(30);
