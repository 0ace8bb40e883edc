import { inWords } from "#lib/actions/in-words";
import { beginOpenId } from "#lib/sign-in/openid/begin";

export const GET = inWords(beginOpenId);
