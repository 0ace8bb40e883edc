import { useSyncExternalStore } from "react";

/** Of a form: whether what stands in it is on its way to the server, and whether this browser keeps it. */
export type Unsaved = { isSending?: boolean; isKept: boolean };

const unsaved = new Map<string, Unsaved>();
const watchers = new Set<() => void>();

/** For `noteUnsaved`, which asks on leaving as well. */
export function setUnsaved(name: string, what: Unsaved | null): void {
  if (what) unsaved.set(name, what);
  else unsaved.delete(name);
  for (const told of watchers) told();
}

/** What a person would leave behind on this page. */
export const listUnsaved = (): Unsaved[] => [...unsaved.values()];

export function useIsUnsaved(name: string): boolean {
  return useSyncExternalStore(
    watch,
    () => unsaved.has(name),
    () => false,
  );
}

function watch(told: () => void): () => void {
  watchers.add(told);
  return () => watchers.delete(told);
}
