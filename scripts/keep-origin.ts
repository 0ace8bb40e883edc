import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** What only this process knows. */
const ours = randomBytes(32).toString("base64url");
const name = "x-candour-sent-on";

/**
 * What a request says of where it comes from counts as far as the proxies of ours go: with none in front, Next then puts the
 * connection's own address. An action that a page lacks Next sends on to one that has it, as a request to ourselves: that
 * one keeps the address and the browser of whoever sent it, by a header that nobody else can make.
 */
export function keepOrigin(headers: IncomingHttpHeaders, proxies: string | undefined): void {
  const [seal, ...agent] = String(headers[name] ?? "").split(" ");
  const isSentOn = seal === ours;
  if (isSentOn) setAgent(headers, agent.join(" "));
  headers[name] = `${ours} ${headers["user-agent"] ?? ""}`;
  if (proxies !== "0") return;
  for (const said of ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"]) delete headers[said];
  if (!isSentOn) delete headers["x-forwarded-for"];
}

function setAgent(headers: IncomingHttpHeaders, agent: string): void {
  if (agent) headers["user-agent"] = agent;
  else delete headers["user-agent"];
}
