import type { Origin } from "#lib/access/actor";

/**
 * Where a request came from. Anybody can send `x-forwarded-for`, so it counts only where `CANDOUR_TRUST_PROXY` says how many
 * proxies of ours stand in front: each appends the address it saw, and the one that our outermost proxy saw is the person's.
 */
export function requestOrigin(headers: Headers): Origin {
  const proxies = Number(process.env.CANDOUR_TRUST_PROXY ?? 0);
  const seen = headers.get("x-forwarded-for")?.split(",") ?? [];
  const address = proxies > 0 ? seen.at(-proxies)?.trim() : null;
  return { address: address || null, agent: headers.get("user-agent") };
}
