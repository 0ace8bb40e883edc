"use client";

import { SettingForm } from "#components/settings/setting-form";
import { SelectField, TextField } from "#components/ui/field";
import type { PublishesOver } from "#db/vocabulary";
import {
  renameOrganisationAction,
  setPublishingRuleAction,
  setRetentionAction,
  setSessionLifeAction,
  setTimeZoneAction,
} from "#lib/settings/actions";

type Given = { seen: number; request: string };

export function NameForm({ name, ...given }: Given & { name: string }) {
  return (
    <SettingForm {...given} action={renameOrganisationAction} name="The name" button="Save the name" saved={{ name }}>
      {(refused) => (
        <TextField
          name="name"
          label="What the organisation is called"
          hint="It stands on every page and export from now on; editions and the history keep the name they had."
          required
          maxLength={200}
          autoComplete="off"
          defaultValue={refused?.typed.name ?? name}
          error={refused?.fields.name}
        />
      )}
    </SettingForm>
  );
}

/** `zones`: all their names, a blank between them, which is a quarter less than a list of them. */
export function TimeZoneForm({ timeZone, zones, ...given }: Given & { timeZone: string; zones: string }) {
  const saved = { timeZone };
  return (
    <SettingForm {...given} action={setTimeZoneAction} name="The time zone" button="Save the time zone" saved={saved}>
      {(refused) => (
        <SelectField
          name="timeZone"
          label="Time zone"
          hint="By its clock days begin and end: due dates, deputies, and every moment that is shown."
          options={zones.split(" ").map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          defaultValue={refused?.typed.timeZone ?? timeZone}
          error={refused?.fields.timeZone}
        />
      )}
    </SettingForm>
  );
}

export function SessionLifeForm({
  idleHours,
  hours,
  limits,
  ...given
}: Given & { idleHours: number; hours: number; limits: { idleHours: number; hours: number } }) {
  const saved = { idleHours: String(idleHours), hours: String(hours) };
  return (
    <SettingForm {...given} action={setSessionLifeAction} name="Sessions" button="Save for sessions" saved={saved}>
      {(refused) => (
        <>
          <TextField
            name="idleHours"
            label="Hours without use"
            hint={`At most ${limits.idleHours}. Who did nothing for so long signs in again.`}
            required
            inputMode="numeric"
            className="max-w-24!"
            defaultValue={refused?.typed.idleHours ?? saved.idleHours}
            error={refused?.fields.idleHours}
          />
          <TextField
            name="hours"
            label="Hours in all"
            hint={`At most ${limits.hours}. It acts at once, also on sessions that have begun.`}
            required
            inputMode="numeric"
            className="max-w-24!"
            defaultValue={refused?.typed.hours ?? saved.hours}
            error={refused?.fields.hours}
          />
        </>
      )}
    </SettingForm>
  );
}

const who = [
  { value: "any officer", label: "Any performance officer" },
  { value: "another officer", label: "Another performance officer than closed the month" },
  { value: "nobody", label: "Nobody" },
];

export function PublishingRuleForm({ publishesOver, ...given }: Given & { publishesOver: PublishesOver | null }) {
  const saved = { publishesOver: publishesOver ?? "any officer" };
  return (
    <SettingForm {...given} action={setPublishingRuleAction} name="Publishing" button="Save who may" saved={saved}>
      {(refused) => (
        <SelectField
          name="publishesOver"
          label="Who may publish over what stands in the way"
          hint="Always for a reason, which stands on the edition with the list."
          options={who}
          defaultValue={refused?.typed.publishesOver ?? saved.publishesOver}
          error={refused?.fields.publishesOver}
        />
      )}
    </SettingForm>
  );
}

export function RetentionForm({ years, ...given }: Given & { years: number | null }) {
  const saved = { years: years === null ? "" : String(years) };
  return (
    <SettingForm {...given} action={setRetentionAction} name="Keeping words" button="Save for how long" saved={saved}>
      {(refused) => (
        <TextField
          name="years"
          label="Years for which comments, notes and reasons are kept"
          hint="Blank: for as long as there is Candour. What is older is listed beside the redactions, where two people decide of each. Nothing goes by itself."
          inputMode="numeric"
          className="max-w-24!"
          autoComplete="off"
          defaultValue={refused?.typed.years ?? saved.years}
          error={refused?.fields.years}
        />
      )}
    </SettingForm>
  );
}
