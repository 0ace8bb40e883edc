import type { Metadata } from "next";
import { IntegrityContent } from "#components/history/integrity-content";
import { requirePermission } from "#lib/audit/require-permission";
import { publicKeyOf } from "#lib/audit/seal/known-keys";
import { findSealer } from "#lib/audit/seal/sealer";
import { getIntegrity } from "#lib/history/get-integrity";
import { sendsMail } from "#lib/mail/sends-mail";

export const metadata: Metadata = { title: "Integrity" };

/** For whoever reads the past: whether it is still what it was. */
export default async function IntegrityPage() {
  const actor = await requirePermission("past.read");
  const sealer = findSealer();
  const publicKey = sealer && publicKeyOf(sealer.seed()).toString("base64");
  return (
    <IntegrityContent
      integrity={await getIntegrity()}
      publicKey={publicKey}
      isMailed={sendsMail()}
      timeZone={actor.organisation.timeZone}
    />
  );
}
