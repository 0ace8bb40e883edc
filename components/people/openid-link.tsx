import { AddOpenIdLinkForm } from "#components/people/add-openid-link-form";
import { EndOpenIdLinkForm } from "#components/people/end-openid-link-form";
import { LinkButton } from "#components/ui/button";
import { paths } from "#lib/paths";
import type { WaysIn } from "#lib/people/get-ways-in";
import { momentName } from "#lib/rules/moment";

/** The account by which somebody signs in without their password, and what they may do about it. */
export function OpenIdLink({
  ways: { linked, hasPassword, hasSecondFactor },
  adding,
  button,
  timeZone,
  request,
}: {
  ways: WaysIn;
  /** What an account calls itself that waits to be added. */
  adding: string | null;
  button: string;
  timeZone: string;
  request: string;
}) {
  if (linked) {
    return (
      <>
        <p>
          You sign in with the account linked on {momentName(linked.linkedAt, timeZone)}, of{" "}
          <span className="break-all">{linked.issuer}</span>.{" "}
          {hasPassword
            ? "Taken away, you sign in with your password alone, and are signed out everywhere but here."
            : "You have no password, so it stays."}
        </p>
        {hasPassword && <EndOpenIdLinkForm request={request} />}
      </>
    );
  }
  if (!hasPassword) return <p>There is no account by which you sign in. Ask your performance officer.</p>;
  if (adding !== null) return <AddOpenIdLinkForm called={adding} asksCode={hasSecondFactor} />;
  return (
    <>
      <p className="mb-3">
        Sign in to your organisation’s account once from here, and say with your password that it is yours. From then on
        either signs you in.
      </p>
      <LinkButton href={paths.beginOpenId({ add: "yes" })}>{button}</LinkButton>
    </>
  );
}
