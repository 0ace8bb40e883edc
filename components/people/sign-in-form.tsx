import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { TextField } from "#components/ui/field";
import { paths } from "#lib/paths";
import { openIdWords } from "#lib/rules/openid-words";
import { waitInWords } from "#lib/rules/wait";

function whatIsWrong(error: string, until: string | undefined): { message: string; field?: string } {
  switch (error) {
    case "TOO_MANY":
      return {
        message: `There were too many tries. Try again in ${until ? waitInWords(new Date(until), new Date()) : "a quarter of an hour"}.`,
      };
    case "COOKIES":
      return {
        message:
          "Your browser keeps no cookies for Candour, which it needs to sign you in. Allow them, then open this page again.",
      };
    case "EXPIRED":
      return { message: "This page was open for too long. Sign in again." };
    case "WRONG":
    case "CredentialsSignin":
      return { message: "The e-mail address or the password is not right. Check both and try again.", field: "email" };
    case "UNAVAILABLE":
      return {
        message: "Candour cannot reach its database just now, so you are not signed in. Try again in a minute.",
      };
    default:
      return {
        message:
          openIdWords(error) ?? "Something went wrong on our side, and you are not signed in. Try again in a minute.",
      };
  }
}

/** A plain form that next-auth answers, so that it works without JavaScript. */
export function SignInForm({
  token,
  returnTo,
  error,
  refused,
}: {
  token: string;
  returnTo: string;
  error: string | undefined;
  refused: { email: string; until?: string };
}) {
  const wrong = error ? [whatIsWrong(error, refused.until)] : [];
  return (
    <>
      <ErrorSummary errors={wrong} />
      <form aria-label="Sign in" method="post" action={paths.sendSignIn()} className="max-w-sm">
        <input type="hidden" name="csrfToken" value={token} />
        <input type="hidden" name="callbackUrl" value={returnTo} />
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          spellCheck={false}
          required
          defaultValue={refused.email}
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={1024}
        />
        <Button type="submit">Sign in</Button>
      </form>
    </>
  );
}
