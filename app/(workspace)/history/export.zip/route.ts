import { inWords } from "#lib/actions/in-words";
import { enterReading } from "#lib/audit/enter-reading";
import { requirePermission } from "#lib/audit/require-permission";
import { findSealer } from "#lib/audit/seal/sealer";
import { fileResponse, noFile } from "#lib/exports/file-response";
import { takesNothing } from "#lib/exports/not-taken";
import { zip } from "#lib/exports/zip";
import { readHistoryAsked } from "#lib/history/inputs";
import { listHistoryChoices } from "#lib/history/list-choices";
import { sayFilters } from "#lib/history/say-filters";
import { readsAll } from "#lib/history/scope";
import { findSeal } from "#lib/history/sealed/find-seal";
import { readSealedAsked } from "#lib/history/sealed/inputs";
import { sealedExport } from "#lib/history/sealed/sealed-export";

/** The filtered history as of a head, with what an outsider needs to verify it; the taking away is an entry itself. */
export const GET = inWords(takeAway);

async function takeAway(request: Request): Promise<Response> {
  const actor = await requirePermission("history.export");
  const search = new URL(request.url).searchParams;
  const { filters, problems } = readHistoryAsked(Object.fromEntries(search));
  const words = Object.entries(problems).map(([name, problem]) => `${name}: ${problem}`);
  if (words.length > 0) return noFile(400, words.join("\n"));
  const asked = readSealedAsked(search, filters);
  if (typeof asked === "string") return noFile(400, asked);
  if (asked.since && !readsAll(actor)) return noFile(400, "Everything since a head is for whoever reads all of it.");
  const nothing = takesNothing(request);
  if (nothing instanceof Response) return nothing;

  const [seal, choices] = await Promise.all([findSeal(asked.head), listHistoryChoices(actor, filters)]);
  const sealer = findSealer();
  if (!seal && asked.head !== null) return noFile(404, `There is no head of ${asked.head} leaves.`);
  if (!seal || !sealer) return noFile(503, "Nothing is sealed here yet. Ask again in a minute.");
  if (asked.since > seal.size) return noFile(400, `The tree has ${seal.size} leaves.`);
  const name = `history-to-leaf-${seal.size}`;
  if (nothing) return fileResponse(name, "zip", null);
  const said = sayFilters(filters, choices);
  await enterReading(actor, "history.export", {
    ...filters,
    "with the proofs of the tree of": `${seal.size} leaves`,
    ...(asked.since > 0 && { "from leaf": String(asked.since) }),
  });
  const taken = { actor, filters, said, seal, since: asked.since, at: new Date() };
  return fileResponse(name, "zip", zip(sealedExport(taken, sealer)));
}
