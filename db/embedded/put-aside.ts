import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { findPostmaster } from "#db/embedded/postmaster";
import { SetUpError } from "#db/set-up-error";

/** The file of the heads that were signed of the embedded database: it goes where its database goes. */
export const embeddedHeads = "database-heads.txt";

/**
 * Moves the stopped database of a data folder to a name that says when, never over another; its passwords stay the data
 * folder's. Answers where it is now. Throws `SetUpError` while somebody else still uses it.
 */
export function putAside(dataFolder: string, now = new Date()): string {
  const database = join(dataFolder, "database");
  if (findPostmaster(database)) {
    throw new SetUpError(
      `The database in ${dataFolder} was made by another version of Candour, which still uses it. Stop that one first; nothing was changed.`,
    );
  }
  const place = freePlace(`${database}-before-${now.toISOString().slice(0, 10)}`);
  renameSync(database, place);
  const heads = join(dataFolder, embeddedHeads);
  if (existsSync(heads)) renameSync(heads, `${place}-heads.txt`);
  return place;
}

function freePlace(wanted: string, number = 1): string {
  const place = number === 1 ? wanted : `${wanted}-${number}`;
  return existsSync(place) ? freePlace(wanted, number + 1) : place;
}
