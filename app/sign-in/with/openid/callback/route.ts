import { inWords } from "#lib/actions/in-words";
import { answerOpenId } from "#lib/sign-in/openid/answer";

export const GET = inWords(answerOpenId);
