import type { Metadata } from "next";
import { IntegrityContent } from "#components/history/integrity-content";
import { requirePermission } from "#lib/audit/require-permission";
import { getIntegrity } from "#lib/history/get-integrity";

export const metadata: Metadata = { title: "Integrity" };

/** For whoever reads the past: whether it is still what it was. */
export default async function IntegrityPage() {
  const actor = await requirePermission("past.read");
  return <IntegrityContent integrity={await getIntegrity()} timeZone={actor.organisation.timeZone} />;
}
