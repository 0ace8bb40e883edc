import { createHash, randomUUID } from "node:crypto";
import { appPool } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { databaseRefusal } from "#lib/audit/database-refusal";
import { enterRefusal } from "#lib/audit/enter-refusal";
import { isEntered, Refusal } from "#lib/audit/refusal";
import type { AskFile } from "#lib/files/inputs";
import { openAsked } from "#lib/files/open-asked";
import { editionText } from "#lib/rules/edition";
import { exportSaid } from "#lib/scorecards/export-scorecard";

/**
 * Asks for a file of a scorecard, which the worker makes for this person: of the present cut, or of the edition or cut asked for. It is
 * entered as every file is that is taken away. The same form sent twice asks once. Throws `Refusal`.
 */
export async function askFile(
  actor: PersonActor,
  { form, paper, ...asked }: AskFile,
  request?: FormRequest,
): Promise<void> {
  try {
    const { past, opened } = await openAsked(actor, { form, ...asked });
    const { scorecard, range, cut, name, small } = opened;
    const given = {
      form,
      paper: form === "PDF" ? paper : null,
      name: form === "PDF" && paper === "A3" ? `${name}-a3` : name,
      ...range,
      cut,
      edition: past?.edition ? editionText(past.edition) : null,
      isLive: !past,
      hidesSmall: asked.small === "hidden",
    };
    await appPool().query("select files.ask($1, $2, $3, $4, $5, $6, $7)", [
      actor.token,
      request ? idOf(request) : randomUUID(),
      scorecard.id,
      JSON.stringify(given),
      JSON.stringify(exportSaid(scorecard, { form, range, past, small })),
      actor.origin.address,
      actor.origin.agent,
    ]);
  } catch (error) {
    const refusal = error instanceof Refusal ? error : databaseRefusal(error);
    if (refusal && isEntered(refusal.code)) await enterRefusal(actor, "scorecard.export", refusal, {});
    throw refusal ?? error;
  }
}

/** Of what was sent too: whoever goes back and chooses otherwise asks for another. */
function idOf({ id, digest }: FormRequest): string {
  const hex = createHash("sha256").update(`${id} ${digest}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
