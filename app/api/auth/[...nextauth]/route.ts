import { answerSignIn } from "#lib/access/answer-sign-in";
import { inWords } from "#lib/access/in-words";

const answer = inWords(answerSignIn);

export { answer as GET, answer as POST };
