import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** Whether small numbers of an indicator are or were ever hidden from readers, whatever moment is looked at. */
export const everHidesSmall = (indicatorId: AnyPgColumn): SQL<boolean> =>
  sql<boolean>`exists (select from public.indicator_definition d where d.indicator_id = ${indicatorId} and d.hides_small)`;
