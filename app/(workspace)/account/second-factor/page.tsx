import { KeepSecondFactor } from "#components/people/second-factor/keep-second-factor";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { PageHeading } from "#components/ui/page-heading";
import { qrPath } from "#lib/access/second-factor/qr-path";
import { keyUri } from "#lib/access/second-factor/totp";
import { requireActor } from "#lib/access/session";
import { paths } from "#lib/paths";
import { findSecondFactor } from "#lib/people/second-factor/find-second-factor";
import { momentName } from "#lib/rules/moment";

export const metadata = { title: "Second factor" };

export default async function SecondFactorPage() {
  const actor = await requireActor();
  const found = await findSecondFactor(actor);
  const { organisation, person } = actor;
  const uri =
    found.state === "to confirm" &&
    keyUri(found.secret, {
      issuer: `Candour, ${organisation.name.slice(0, 60).replaceAll(":", " ")}`,
      label: person.email,
    });
  return (
    <div className="max-w-3xl">
      <Breadcrumbs steps={[{ label: "Your account", href: paths.account() }, { label: "Second factor" }]} />
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
