import type { IncomingMessage, ServerResponse } from "node:http";

/** So many requests are answered at once; whoever comes then is told to try again. As many may be on their way here. */
const most = 200;

const hasBody = ({ headers }: IncomingMessage) =>
  "transfer-encoding" in headers || Number(headers["content-length"] ?? 0) > 0;

/**
 * Counts the requests that wait for their answer. One counts once all of it has arrived: whoever begins forms and never sends
 * them keeps nobody waiting, and of too many such the one that has been on its way for longest is given up.
 */
export function countWaiting() {
  const waiting = new Set<ServerResponse>();
  const arriving = new Map<ServerResponse, () => void>();

  function wait(response: ServerResponse): void {
    arriving.delete(response);
    if (!response.closed) waiting.add(response);
  }

  return {
    isFull: () => waiting.size >= most,
    add(request: IncomingMessage, response: ServerResponse, giveUp: () => void): void {
      response.once("close", () => {
        arriving.delete(response);
        waiting.delete(response);
      });
      if (!hasBody(request)) return wait(response);
      arriving.set(response, giveUp);
      const push = request.push.bind(request);
      request.push = (chunk: Buffer | null, ...rest: []) => {
        if (chunk === null) wait(response);
        return push(chunk, ...rest);
      };
      const [oldest] = arriving;
      if (arriving.size <= most || !oldest) return;
      arriving.delete(oldest[0]);
      oldest[1]();
    },
  };
}
