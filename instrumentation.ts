import type { MakeFile } from "#lib/files/taken-file";

/** What makes files, as the build has it: the worker, which runs outside of it, calls it here. */
export const makeFile: MakeFile = async (taken, making) => (await import("#app/make-file")).makeFile(taken, making);

/** Nothing is to be done when the server starts. */
export function register(): void {}
