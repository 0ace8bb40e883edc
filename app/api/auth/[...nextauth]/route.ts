export { answerSignIn as GET, answerSignIn as POST } from "#lib/access/answer-sign-in";
