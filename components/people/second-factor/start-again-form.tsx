import { startSignInAgainAction } from "#lib/sign-in/actions";

/** For who is not whose password was shown here, or would begin anew. */
export function StartAgainForm() {
  return (
    <form aria-label="Start again" action={startSignInAgainAction} className="mt-6">
      <button type="submit" className="link min-h-6 text-left">
        Not you? Start again with another e-mail address
      </button>
    </form>
  );
}
