import { z } from "zod";
import type { HistoryFilters } from "#lib/history/inputs";

/** As of which head, by how many leaves it has, and from which leaf on. */
export type SealedAsked = { head: number | null; since: number };

const leaves = (message: string) =>
  z
    .string()
    .regex(/^(0|[1-9]\d{0,14})$/, message)
    .transform(Number)
    .nullish();
const Fields = z.object({
  head: leaves("A head is named by how many leaves it has, which its second line says."),
  since: leaves("Where it begins is a number of leaves, as the second line of a head says."),
});

/** Reads what of an export's address is not a filter; answers what cannot be read in words. */
export function readSealedAsked(search: URLSearchParams, filters: HistoryFilters): SealedAsked | string {
  const given = (name: string) => search.get(name)?.trim().replaceAll(",", "") || null;
  const read = Fields.safeParse({ head: given("head"), since: given("since") });
  if (!read.success) return read.error.issues.map(({ message }) => message).join("\n");
  const { head = null, since } = read.data;
  if (since && Object.keys(filters).length > 0) return "Everything since a head is taken away unfiltered.";
  if (head !== null && since && since > head) return "It begins after the head that it ends with.";
  return { head, since: since ?? 0 };
}
