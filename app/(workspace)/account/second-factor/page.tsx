import { KeepSecondFactor } from "#components/people/second-factor/keep-second-factor";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { PageHeading } from "#components/ui/page-heading";
import { localPath } from "#lib/access/local-path";
import { qrPath } from "#lib/access/second-factor/qr-path";
import { keyUri } from "#lib/access/second-factor/totp";
import { requireSignedIn } from "#lib/access/session";
import { paths } from "#lib/paths";
import { findSecondFactor } from "#lib/people/second-factor/find-second-factor";
import { neededFor } from "#lib/people/second-factor/needed-for";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";
import { rolesInPlural } from "#lib/rules/second-factor-words";
import { getSettings } from "#lib/settings/get-settings";

export const metadata = { title: "Second factor" };

export default async function SecondFactorPage({ searchParams }: { searchParams: Promise<{ returnTo?: string }> }) {
  const [actor, { returnTo }] = await Promise.all([requireSignedIn(), searchParams]);
  const [found, { needsSecondFactor }] = await Promise.all([findSecondFactor(actor), getSettings(actor)]);
  // Who is not led here may do all they did before, and set one up or not; who has one keeps it.
  const needed = actor.mustEnrol ?? (found.state === "confirmed" ? neededFor(actor, needsSecondFactor) : []);
  const { organisation, person } = actor;
  const uri =
    found.state === "to confirm" &&
    keyUri(found.secret, {
      issuer: `Candour, ${organisation.name.slice(0, 60).replaceAll(":", " ")}`,
      label: person.email,
    });
  return (
    <div className="max-w-3xl">
      {!actor.mustEnrol && (
        <Breadcrumbs steps={[{ label: "Your account", href: paths.account() }, { label: "Second factor" }]} />
      )}
      <PageHeading
        title="Second factor"
        meta={found.state === "confirmed" && `Set up on ${momentName(found.confirmedAt, organisation.timeZone)}`}
      />
      {found.state === "no password" ? (
        <p>
          You sign in with your organisation’s account, which asks for a second factor by itself where your organisation
          wants one.
        </p>
      ) : (
        <KeepSecondFactor
          state={found.state}
          toConfirm={uri && found.state === "to confirm" ? { uri, qr: qrPath(uri), key: inFours(found.secret) } : null}
          needed={
            needed.length > 0
              ? `${apart(organisation.name)} wants a second factor of its ${rolesInPlural(needed)}.`
              : ""
          }
          next={typeof returnTo === "string" ? localPath(returnTo) : actor.mustEnrol ? paths.home() : paths.account()}
          codesLeft={found.state === "confirmed" ? leftWords(found.codesLeft) : ""}
        />
      )}
    </div>
  );
}

const inFours = (secret: string) => secret.match(/.{1,4}/g)!.join(" ");

function leftWords(left: number): string {
  if (left === 0)
    return "You have no recovery codes left: make new ones, or who loses their phone asks the performance officer.";
  return left === 1 ? "You have one recovery code left. Make new ones soon." : `You have ${left} recovery codes left.`;
}
