import { inWords } from "#lib/actions/in-words";
import { enterReading } from "#lib/audit/enter-reading";
import { requirePermission } from "#lib/audit/require-permission";
import { fileResponse, noFile } from "#lib/exports/file-response";
import { takesNothing } from "#lib/exports/not-taken";
import { historyCsv } from "#lib/history/history-csv";
import { readHistoryAsked } from "#lib/history/inputs";
import { newestPosition } from "#lib/history/stream-entries";

/** The filtered history to take away, up to the newest entry of this moment; the taking away is an entry itself. */
export const GET = inWords(takeAway);

async function takeAway(request: Request): Promise<Response> {
  const actor = await requirePermission("history.export");
  const { filters, problems } = readHistoryAsked(Object.fromEntries(new URL(request.url).searchParams));
  const words = Object.entries(problems).map(([name, problem]) => `${name}: ${problem}`);
  if (words.length > 0) return noFile(400, words.join("\n"));
  const nothing = takesNothing(request);
  if (nothing instanceof Response) return nothing;
  const newest = await newestPosition();
  const name = `history-to-${newest}`;
  if (nothing) return fileResponse(name, "csv", null);
  await enterReading(actor, "history.export", { ...filters, "up to position": String(newest) });
  return fileResponse(name, "csv", historyCsv(actor, filters, newest));
}
