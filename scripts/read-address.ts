import type { IncomingMessage } from "node:http";

/** An address whose percent signs spell no text is nobody's page; Next would answer that the fault is ours, with no headers. */
export function readAddress(request: Pick<IncomingMessage, "url">): void {
  const [path = ""] = request.url?.split("?", 1) ?? [];
  try {
    decodeURIComponent(path);
  } catch {
    request.url = "/no-such-address";
  }
}
