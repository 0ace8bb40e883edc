import { publicUrl } from "#lib/access/public-url";
import { paths } from "#lib/paths";

/** An invitation's address, as it is handed on. */
export const linkOf = (token: string): string => new URL(paths.invitation(token), publicUrl()).href;
