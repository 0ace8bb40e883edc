import { useActionState } from "react";
import { type Action, reaching } from "#components/kept/reaching";

/**
 * `useActionState` for every form: where the server cannot be reached it answers so, instead of throwing the page away.
 * On the server the action stays itself, which is what a form sent without a script is sent to.
 */
export const useSentAction = <T>(action: Action<T>) =>
  useActionState(typeof window === "undefined" ? action : reaching(action), null);
