import type { PersonActor } from "#lib/access/actor";
import { noteRead } from "#lib/access/asking";
import { may } from "#lib/access/permissions";
import { signedInActor } from "#lib/access/session";
import { inWords } from "#lib/actions/in-words";
import { enterRefusal } from "#lib/audit/enter-refusal";
import { requireOwnForm } from "#lib/audit/other-person";
import { Refusal } from "#lib/audit/refusal";
import { readImport } from "#lib/imports/read-import";
import type { Problem } from "#lib/imports/reader/reading";
import { receiveFile } from "#lib/imports/receive-file";
import { refusedUpload } from "#lib/imports/refused-upload";
import type { ImportedFile } from "#lib/imports/store-import";
import { paths } from "#lib/paths";
import { mustEnrolWords } from "#lib/rules/second-factor-words";

/** Takes an uploaded scorecard to its review. */
export const POST = inWords(receive, refusedUpload);

async function receive(request: Request): Promise<Response> {
  noteRead();
  const actor = await signedInActor();
  if (!actor) return goTo(paths.signIn(paths.imports()));
  if (actor.mustEnrol) return refusedUpload(403, mustEnrolWords);
  if (!may(actor, "import.read")) {
    const refusal = new Refusal("WRONG_ROLE", "Only the performance officer imports scorecards.");
    await enterRefusal(actor, "import.read", refusal);
    return refusedUpload(403, refusal.message);
  }
  const received = await receiveFile(request);
  if ("status" in received) return refusedUpload(received.status, received.message);
  const { writtenBy, ...file } = received;
  await requireOwnForm({ ...actor, writtenBy });
  return read(actor, file);
}

async function read(actor: PersonActor, file: ImportedFile): Promise<Response> {
  try {
    const { id, already } = await readImport(actor, file);
    return goTo(paths.import(id, already ? { said: "again" } : {}));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusedUpload(422, error.message, (error.details.problems ?? []) as Problem[]);
  }
}

function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
