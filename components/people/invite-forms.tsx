import { KeptForm } from "#components/kept/kept-form";
import { noneTicked, RoleBoxes } from "#components/people/role-boxes";
import { RoleDays } from "#components/people/role-days";
import { Button } from "#components/ui/button";
import { TextareaField, TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import type { Refused } from "#lib/actions/result";

/** By which names what is typed is kept, until they are invited. */
export const kept = { one: "invite one person", several: "invite several people" };

/** Where people are put in: one by fields, several by the cells of a spreadsheet. */
export function InviteForms({
  teams,
  columns,
  refused,
  action,
  isBusy,
}: {
  teams: readonly { id: string; name: string }[];
  columns: string;
  refused: Refused | null;
  action: (form: FormData) => void;
  isBusy: boolean;
}) {
  const typed = refused?.typed ?? {};
  const errors = refused?.fields ?? {};
  const isOfSeveral = "block" in typed;
  const sent = { action, isSending: isBusy };
  return (
    <>
      <RefusedSummary result={refused} />
      <h2 className="mt-6 mb-2 text-xl">One person</h2>
      <KeptForm
        {...sent}
        name={kept.one}
        saved={{ name: "", email: "", from: "", until: "", ...noneTicked({ teams }) }}
        answer={isOfSeveral ? null : refused}
        aria-label="Invite one person"
      >
        <TextField
          name="name"
          label="Name"
          hint="Left empty, it is made from the address."
          maxLength={200}
          autoComplete="off"
          className="max-w-md"
          defaultValue={typed.name}
          error={errors.name}
        />
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          required
          maxLength={254}
          autoComplete="off"
          className="max-w-md"
          defaultValue={typed.email}
          error={errors.email}
        />
        <RoleBoxes teams={teams} ticked={typed} error={errors.roles} />
        <RoleDays typed={typed} errors={errors} />
        <Button disabled={isBusy}>Look at it first</Button>
      </KeptForm>
      <h2 className="mt-10 mb-2 text-xl">Several people, from a spreadsheet</h2>
      <KeptForm
        {...sent}
        name={kept.several}
        saved={{ block: "" }}
        answer={isOfSeveral ? refused : null}
        aria-label="Invite several people"
      >
        <TextareaField
          name="block"
          label="Their cells"
          hint={columns}
          rows={8}
          required
          className="font-mono text-sm"
          defaultValue={typed.block}
          error={errors.block}
        />
        <Button disabled={isBusy}>Look at them first</Button>
      </KeptForm>
    </>
  );
}
