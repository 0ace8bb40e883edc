import { Note } from "#components/ui/note";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { momentName } from "#lib/rules/moment";

/** Said once to who has just signed in. */
export function RefusedSince({ attempts, since, timeZone }: { attempts: number; since: Date; timeZone: string }) {
  const were = attempts === 1 ? "1 sign-in to your account was" : `${attempts} sign-ins to your account were`;
  return (
    <Note tone="stop">
      Since you last signed in, on {momentName(since, timeZone)}, {were} refused. If that was not you, look at{" "}
      <TextLink href={paths.account()}>your account</TextLink>.
    </Note>
  );
}
