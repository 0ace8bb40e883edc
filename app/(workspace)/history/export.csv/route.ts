import { inWords } from "#lib/actions/in-words";
import { enterReading } from "#lib/audit/enter-reading";
import { requirePermission } from "#lib/audit/require-permission";
import { textStream } from "#lib/exports/text-stream";
import { historyCsv } from "#lib/history/history-csv";
import { readHistoryAsked } from "#lib/history/inputs";
import { newestPosition } from "#lib/history/stream-entries";

/** The filtered history to take away, up to the newest entry of this moment; the taking away is an entry itself. */
export const GET = inWords(takeAway);

async function takeAway(request: Request): Promise<Response> {
  const actor = await requirePermission("history.export");
  const { filters, problems } = readHistoryAsked(Object.fromEntries(new URL(request.url).searchParams));
  const words = Object.entries(problems).map(([name, problem]) => `${name}: ${problem}\n`);
  if (words.length > 0) {
    const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
    return new Response(words.join(""), { status: 400, headers });
  }
  const newest = await newestPosition();
  await enterReading(actor, "history.export", { ...filters, "up to position": String(newest) });
  return new Response(textStream(historyCsv(actor, filters, newest)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="history-to-${newest}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
