import { inWords } from "#lib/actions/in-words";
import { enterReading } from "#lib/audit/enter-reading";
import { requirePermission } from "#lib/audit/require-permission";
import { proofText } from "#lib/audit/seal/proof-text";
import { proveEntry } from "#lib/audit/seal/prove-leaf";
import { fileResponse, noFile } from "#lib/exports/file-response";
import { takesNothing } from "#lib/exports/not-taken";
import { readPosition } from "#lib/history/inputs";
import { getEntry } from "#lib/history/opened-entries";
import { askNow } from "#lib/history/sealed/ask-now";

/** That one entry is sealed, for an outsider to check; the taking away is an entry itself. */
export const GET = inWords(takeProof);

async function takeProof(request: Request, { params }: RouteContext<"/history/[position]/proof">): Promise<Response> {
  const actor = await requirePermission("past.read");
  const position = readPosition((await params).position);
  if (position === null || !(await getEntry(actor, position))) return noFile(404, "There is no such entry.");
  const nothing = takesNothing(request);
  if (nothing instanceof Response) return nothing;
  const name = `proof-of-entry-${position}`;
  if (nothing) return fileResponse(name, "txt", null);

  const found = await proveEntry(askNow, position);
  if (!found) return noFile(404, "This entry is not sealed yet. Ask again in a minute.");
  const text = proofText(position, found);
  if (text === null) return noFile(409, "This entry is not what was sealed. Tell whoever runs this installation.");
  await enterReading(actor, "history.export", { "the proof of entry": String(position) });
  return fileResponse(name, "txt", textOf(text));
}

async function* textOf(text: string) {
  yield text;
}
