"use client";

import { useSyncExternalStore } from "react";

/** What a form says that was sent without a connection. */
export const offlineWords = "You are offline, so this is not saved yet. Try again when the connection is back.";

const onlineAgain = "You were offline, so this is not saved yet. The connection is back: try again.";

/** Whether the browser has a connection, as that changes. */
export const useIsOnline = (): boolean =>
  useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  );

/** Words of an answer, that no longer say that the connection is gone once it is back. */
export function ConnectionWords({ words }: { words: string }) {
  const isOnline = useIsOnline();
  return words === offlineWords && isOnline ? onlineAgain : words;
}

function watch(told: () => void): () => void {
  window.addEventListener("online", told);
  window.addEventListener("offline", told);
  return () => {
    window.removeEventListener("online", told);
    window.removeEventListener("offline", told);
  };
}
