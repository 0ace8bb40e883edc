import { publicUrl } from "#lib/access/public-url";
import { isOwnOrigin } from "#lib/access/same-origin";

const nowhere = /^\/(?:\/|api\/auth(?:\/|$)|sign-in(?:[/?]|$))/;

/** A place of ours as path and query, from what an address bar or a form says; the home page for anything else. */
export function localPath(address: string | null | undefined): string {
  const own = publicUrl();
  const asked = address ? URL.parse(address, own.origin) : null;
  if (!asked || !isOwnOrigin(asked.origin, asked.host)) return "/";
  const path = asked.pathname + asked.search;
  // What is kept on the way there must fit into a cookie.
  return nowhere.test(path) || path.length > 1_500 ? "/" : path;
}
