import type { Refused, Result } from "#lib/actions/result";

export type Action<T> = (before: Result<T> | null, form: FormData) => Promise<Result<T>>;

/** An action that answers UNREACHED where the network or the server is gone, and throws what is an error of ours. */
export const reaching =
  <T>(action: Action<T>): Action<T> =>
  async (before, form) => {
    try {
      return await action(before, form);
    } catch (error) {
      if (!isUnreached(error)) throw error;
      const message = `${unreachedWords()} Try again when the connection is back.`;
      return { ok: false, code: "UNREACHED", message, fields: {}, details: {}, typed: typedIn(form) };
    }
  };

/** Whether nothing is wrong with what was sent, so that it can be sent again as it is. */
export const isWaiting = (answer: Result<unknown> | null): answer is Refused & { code: "UNREACHED" | "UNAVAILABLE" } =>
  answer?.ok === false && (answer.code === "UNREACHED" || answer.code === "UNAVAILABLE");

/** What is said where the words are kept and sent by themselves. */
export function waitingWords({ code, message }: Refused, isKept: boolean, isTypedOn = false): string {
  const why = code === "UNREACHED" ? unreachedWords() : message.replace(/ Send it again.*$/, "");
  const then = isTypedOn ? "Send it when you have finished" : "It is sent by itself when the connection is back";
  return `${why} What you typed stays here${isKept ? " and is kept in this browser" : ""}. ${then}.`;
}

const unreachedWords = () =>
  navigator.onLine
    ? "The server could not be reached, so this may not have been saved."
    : "You are offline, so this is not saved yet.";

/** A request that was not answered is a TypeError; what stands before the server answers with a page of its own. How Next leads elsewhere has a digest. */
const isUnreached = (error: unknown): boolean =>
  error instanceof Error &&
  !("digest" in error) &&
  (error instanceof TypeError || error.message.startsWith("An unexpected response was received from the server"));

const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].flatMap(([name, sent]) => (typeof sent === "string" ? [[name, sent]] : [])));
