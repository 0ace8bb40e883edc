import { Button } from "#components/ui/button";
import { paths } from "#lib/paths";

/** One button for each of the demonstration's people, whose password is published. */
export function DemonstrationAccounts({
  token,
  returnTo,
  people,
  password,
}: {
  token: string;
  returnTo: string;
  people: readonly { email: string; name: string }[];
  password: string;
}) {
  return (
    <section className="mt-10 max-w-xl" aria-labelledby="demonstration">
      <h2 id="demonstration" className="text-lg">
        Try the demonstration
      </h2>
      <p className="mb-3 text-soft">
        These accounts are there because Candour runs on its embedded database. Their password is {password}.
      </p>
      <form method="post" action={paths.sendSignIn()} aria-labelledby="demonstration" className="flex flex-wrap gap-2">
        <input type="hidden" name="csrfToken" value={token} />
        <input type="hidden" name="callbackUrl" value={returnTo} />
        <input type="hidden" name="password" value={password} />
        {people.map(({ email, name }) => (
          <Button key={email} tone="quiet" name="email" value={email}>
            {name}
          </Button>
        ))}
      </form>
    </section>
  );
}
