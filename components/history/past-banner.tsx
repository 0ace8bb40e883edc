import { Note } from "#components/ui/note";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";

/** Says of a page that it shows the past: of which moment and cut, and the way back to now. */
export function PastBanner({
  past: { cut, moment },
  now,
  differing,
}: {
  past: { cut: number; moment: string };
  /** The same page as things are. */
  now: string;
  /** The same page with what differs from now, where it can tell. */
  differing?: string | undefined;
}) {
  return (
    <section aria-label="The past">
      <Note>
        <p className="font-semibold">{`As it stood on ${moment}, cut ${cut}.`}</p>
        <p className="touchable flex flex-wrap gap-x-4">
          Nothing can be changed here.
          <TextLink href={now}>See it as it is now</TextLink>
          {differing && <TextLink href={differing}>What differs from now</TextLink>}
          <TextLink href={paths.asOf()}>Choose another moment</TextLink>
        </p>
      </Note>
    </section>
  );
}
