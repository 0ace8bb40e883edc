import { redirect } from "next/navigation";
import { inWords } from "#lib/actions/in-words";
import { requirePermission } from "#lib/audit/require-permission";
import { noFile } from "#lib/exports/file-response";
import { readPosition } from "#lib/history/inputs";
import { getEntry } from "#lib/history/opened-entries";
import { paths } from "#lib/paths";

/** From an entry to all that happened to the figure that it is of: a short address, of which a page of history has fifty. */
export const GET = inWords(goToStory);

async function goToStory(_request: Request, { params }: RouteContext<"/history/[position]/story">): Promise<Response> {
  const actor = await requirePermission("history.read");
  const position = readPosition((await params).position);
  const entry = position === null ? undefined : (await getEntry(actor, position))?.entry;
  const { scorecardSlug, ref, month } = entry ?? {};
  if (!scorecardSlug || !ref || !month) return noFile(404, "There is no such entry, or it is of no figure.");
  return redirect(paths.story(scorecardSlug, ref, month));
}
