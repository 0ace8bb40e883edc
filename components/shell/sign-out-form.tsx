"use client";

import { forgetAll, maySignOut } from "#components/kept/sign-out";
import { usePerson } from "#components/kept/signed-in";

/** Signs out; asks first where something typed would be thrown away with it. */
export function SignOutForm({ signOut }: { signOut: (form: FormData) => void | Promise<void> }) {
  const person = usePerson();
  return (
    <form
      aria-label="Sign out"
      action={signOut}
      onSubmit={(event) => {
        if (maySignOut()) forgetAll(person);
        else event.preventDefault();
      }}
    >
      <button type="submit">Sign out</button>
    </form>
  );
}
