import { inWords } from "#lib/actions/in-words";
import { answerSignIn } from "#lib/sign-in/answer-sign-in";

const answer = inWords(answerSignIn);

export { answer as GET, answer as POST };
