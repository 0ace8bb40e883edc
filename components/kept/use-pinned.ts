import { useState } from "react";
import { useIsUnsaved } from "#components/kept/unsaved";
import type { Result } from "#lib/actions/result";

/**
 * What a page gave its form, as it was when somebody began to type: words are sent over what their writer saw, even where
 * the page has come anew meanwhile. Told that it was another's by then, they go on over what the page shows since. The key is
 * another one where the form has to show what is saved now.
 */
export function usePinned<T extends { request: string }>(name: string, given: T, answer: Result<unknown> | null) {
  const isUnsaved = useIsUnsaved(name);
  const [pinned, pin] = useState({ given, answer, key: given.request });
  const isTold = answer !== null && (answer.ok || answer.code === "CONFLICT") && answer !== pinned.answer;
  if (given.request !== pinned.given.request && (!isUnsaved || isTold)) {
    pin({ given, answer, key: isUnsaved ? pinned.key : given.request });
  }
  return { ...pinned.given, key: pinned.key };
}
