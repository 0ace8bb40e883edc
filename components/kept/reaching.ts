import { offlineWords } from "#components/ui/connection-words";
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
      const message = navigator.onLine ? `${unreachedWords} Try again when the connection is back.` : offlineWords;
      return { ok: false, code: "UNREACHED", message, fields: {}, details: {}, typed: typedIn(form) };
    }
  };

/** Whether nothing is wrong with what was sent, so that it can be sent again as it is. */
export const isWaiting = (answer: Result<unknown> | null): answer is Refused & { code: "UNREACHED" | "UNAVAILABLE" } =>
  answer?.ok === false && (answer.code === "UNREACHED" || answer.code === "UNAVAILABLE");

/** What is said where the words are kept and sent by themselves, and sent again where the connection is back meanwhile. */
export function waitingWords(
  { code, message }: Refused,
  isKept: boolean,
  { isTypedOn = false, isOnline = navigator.onLine } = {},
): string {
  const isOffline = message === offlineWords;
  const unreached = isOffline ? (isOnline ? wereOfflineWords : areOfflineWords) : unreachedWords;
  const why = code === "UNREACHED" ? unreached : message.replace(/ Send it again.*$/, "");
  const byItself =
    isOffline && isOnline ? "It is sent again by itself" : "It is sent by itself when the connection is back";
  const then = isTypedOn ? "Send it when you have finished" : byItself;
  return `${why} What you typed stays here${isKept ? " and is kept in this browser" : ""}. ${then}.`;
}

const unreachedWords = "The server could not be reached, so this may not have been saved.";
const areOfflineWords = "You are offline, so this is not saved yet.";
const wereOfflineWords = "You were offline, so this is not saved yet. The connection is back.";

/** A request that was not answered is a TypeError; what stands before the server answers with a page of its own. How Next leads elsewhere has a digest. */
const isUnreached = (error: unknown): boolean =>
  error instanceof Error &&
  !("digest" in error) &&
  (error instanceof TypeError || error.message.startsWith("An unexpected response was received from the server"));

const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].flatMap(([name, sent]) => (typeof sent === "string" ? [[name, sent]] : [])));
