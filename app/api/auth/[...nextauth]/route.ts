export { answerSignIn as GET, answerSignIn as POST } from "#lib/sign-in/answer-sign-in";
