import type { MakeFile } from "#lib/files/taken-file";
import { makeFiles } from "#scripts/make-files";

// For the test of what becomes of a file whose worker is killed: takes one up, says so, and never ends.
const make: MakeFile = async (_taken, { note }) => {
  await note(1, 2);
  process.send?.("taken");
  return new Promise(() => {});
};
makeFiles(process.env.DATABASE_SIGN_IN_URL ?? "", { make, prints: true });
