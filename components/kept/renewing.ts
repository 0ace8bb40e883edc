import type { Action } from "#components/kept/reaching";

/**
 * An action that sends a form again under a request of its own, where the form's had arrived before with other contents, its
 * answer lost: what was typed since, or the other button, is then judged over what stands by now, and never answered with
 * what became of the first. It seldom happens, so that its script is fetched only then.
 */
export const renewing =
  <T>(action: Action<T>): Action<T> =>
  async (before, form) => {
    const answer = await action(before, form);
    if (answer.ok || answer.code !== "REQUEST_REUSED") return answer;
    const found = await import("#components/kept/own-request").catch(() => null);
    return found ? action(before, found.underItsOwn(form)) : answer;
  };
