import { useActionState } from "react";
import { type Action, reaching } from "#components/kept/reaching";
import { renewing } from "#components/kept/renewing";

/**
 * `useActionState` for every form: where the server cannot be reached it answers so, instead of throwing the page away, and
 * other contents are another request. On the server the action stays itself, which is what a form sent without a script is sent to.
 */
export const useSentAction = <T>(action: Action<T>) =>
  useActionState(typeof window === "undefined" ? action : renewing(reaching(action)), null);
