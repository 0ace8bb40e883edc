import { PublicFrame } from "#components/shell/public-frame";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { resetWords } from "#lib/rules/reset-words";

export const metadata = { title: "There is no such link" };

export default function ResetUnknown() {
  return (
    <PublicFrame>
      <title>There is no such link · Candour</title>
      <PageHeading title="No password can be set by this link" />
      <p>
        {resetWords.unknown} Or <TextLink href={paths.signIn()}>sign in</TextLink> with the password you know.
      </p>
    </PublicFrame>
  );
}
