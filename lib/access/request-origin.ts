import type { Origin } from "#lib/access/actor";

/**
 * Where a request came from. Anybody can send `x-forwarded-for`, so it counts only where `CANDOUR_TRUST_PROXY` says how many
 * proxies of ours stand in front, each of which appends the address it saw: the person's is what the outermost saw. With
 * none in front, "0", the start script has put the connection's own address there. Unset, nobody vouches for it.
 */
export function requestOrigin(headers: Headers): Origin {
  const proxies = process.env.CANDOUR_TRUST_PROXY;
  const seen = headers.get("x-forwarded-for")?.split(",") ?? [];
  const address = proxies ? seen.at(-Math.max(1, Number(proxies) || 1))?.trim() : null;
  return { address: address || null, agent: headers.get("user-agent") };
}
