import { WrittenBy } from "#components/kept/written-by";
import { InvitedTable } from "#components/people/invited-table";
import { Button, LinkButton } from "#components/ui/button";
import { Note } from "#components/ui/note";
import { TakesFocus } from "#components/ui/takes-focus";
import { paths } from "#lib/paths";
import type { ShownInvited } from "#lib/people/shown-invited";

/** What would become of each person; nobody is invited before its button is pressed. */
export function InviteReview({
  people,
  fields,
  request,
  action,
  isBusy,
}: {
  people: readonly ShownInvited[];
  fields: Record<string, string>;
  request: string;
  action: (form: FormData) => void;
  isBusy: boolean;
}) {
  const invited = people.filter(({ isRefused }) => !isRefused).length;
  return (
    <form aria-label="Who would be invited" action={action}>
      <WrittenBy />
      {Object.entries({ ...fields, request }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TakesFocus>
        <p className="font-semibold">
          {invited} of {people.length} can be invited so. Nobody is invited yet.
        </p>
      </TakesFocus>
      <InvitedTable people={people} caption="What would become of each person" />
      {invited === 0 && <Note>There is nobody here to invite.</Note>}
      <p className="my-4 flex flex-wrap gap-3">
        {invited > 0 && (
          <Button name="does" value="invite" disabled={isBusy}>
            {invited === 1 ? "Invite this person" : `Invite these ${invited} people`}
          </Button>
        )}
        <LinkButton href={paths.invitePeople()}>Start again</LinkButton>
      </p>
    </form>
  );
}
