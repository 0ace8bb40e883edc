import { useState } from "react";
import { useIsUnsaved } from "#components/kept/unsaved";
import type { Result } from "#lib/actions/result";

/**
 * What a page gave its form, as it was when somebody began to type: words are sent over what their writer saw, even where
 * the page has come anew meanwhile. The key is another one where the form has to show what is saved now.
 */
export function usePinned<T extends { request: string }>(name: string, given: T, answer: Result<unknown> | null) {
  const isUnsaved = useIsUnsaved(name);
  const [pinned, pin] = useState({ given, answer, key: given.request });
  const isSaved = answer?.ok === true && answer !== pinned.answer;
  if (given.request !== pinned.given.request && (!isUnsaved || isSaved)) {
    pin({ given, answer, key: isUnsaved ? pinned.key : given.request });
  }
  return { ...pinned.given, key: pinned.key };
}
