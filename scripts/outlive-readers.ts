/**
 * A log that nobody reads any more ends nothing. Without this each line raises an error of its own, which is logged, which
 * raises the next: a process that does nothing else.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
