import { newRequest, requestField } from "#components/kept/new-request";
import type { Action } from "#components/kept/reaching";

/** By what was sent under a request that was done with other contents: the request that is its own, however often it is sent. */
const own = new Map<string, string>();

/**
 * An action that sends a form again under a request of its own, where the form's had arrived before with other contents, its
 * answer lost: what was typed since, or the other button, is then judged over what stands by now, and never answered with what became of the first.
 */
export const renewing =
  <T>(action: Action<T>): Action<T> =>
  async (before, form) => {
    const sent = JSON.stringify([...form]);
    const send = (request: string | undefined) => {
      if (request) form.set(requestField, request);
      return action(before, form);
    };
    const answer = await send(own.get(sent));
    if (answer.ok || answer.code !== "REQUEST_REUSED") return answer;
    own.set(sent, newRequest());
    return send(own.get(sent));
  };
