import { appPool } from "#db/client";
import type { Ask } from "#lib/audit/verify/ask";

/** Asks the trail as it is, as the web's login. */
export const askNow: Ask = async (text, values) => (await appPool().query(text, values)).rows;
