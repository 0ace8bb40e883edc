import { appPool } from "#db/client";
import type { ExportForm } from "#db/vocabulary";
import type { PersonActor } from "#lib/access/actor";
import { databaseRefusal } from "#lib/audit/database-refusal";
import { isUuid } from "#lib/rules/is-uuid";

type Piece = { name: string; form: ExportForm; size: number; piece: Buffer };

/** A file that somebody had made, for them alone, read as it is taken. Null where there is none of theirs, or none any more. */
export async function openFile(actor: PersonActor, id: string) {
  const first = await readPiece(actor, id, 0);
  return first && { name: first.name, form: first.form, content: content(actor, id, first) };
}

async function* content(actor: PersonActor, id: string, { size, piece }: Piece): AsyncGenerator<Uint8Array> {
  yield piece;
  for (let read = piece.length; read < size; ) {
    const next = await readPiece(actor, id, read);
    if (!next) throw new Error("The file was deleted while it was taken away.");
    yield next.piece;
    read += next.piece.length;
  }
}

async function readPiece({ token }: PersonActor, id: string, since: number): Promise<Piece | null> {
  if (!isUuid(id)) return null;
  try {
    const { rows } = await appPool().query<Piece>("select name, form, size, piece from files.content_of($1, $2, $3)", [
      token,
      id,
      since,
    ]);
    return rows[0] ?? null;
  } catch (error) {
    throw databaseRefusal(error) ?? error;
  }
}
