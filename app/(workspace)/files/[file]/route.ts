import { inWords } from "#lib/actions/in-words";
import { requirePermission } from "#lib/audit/require-permission";
import { fileResponse, noFile } from "#lib/exports/file-response";
import { takesNothing } from "#lib/exports/not-taken";
import { openFile } from "#lib/files/open-file";
import { endingOf } from "#lib/rules/kept-file";

/** A file that somebody had made, to take away: that they asked for it is entered already. */
export const GET = inWords(takeAway);

async function takeAway(request: Request, { params }: RouteContext<"/files/[file]">) {
  const actor = await requirePermission("scorecard.export");
  const { file } = await params;
  const nothing = takesNothing(request);
  if (nothing instanceof Response) return nothing;
  const kept = await openFile(actor, file);
  if (!kept)
    return noFile(
      404,
      "There is no such file of yours: it was deleted, or a role by which it was made is yours no more.",
    );
  return fileResponse(kept.name, endingOf(kept.form), nothing ? null : kept.content);
}
