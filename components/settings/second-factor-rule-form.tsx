"use client";

import { SettingForm } from "#components/settings/setting-form";
import { type Role, roles } from "#db/vocabulary";
import { setSecondFactorRuleAction } from "#lib/settings/actions";

/** Whom each role would lead to set up a second factor, in words. */
export type LedByRole = Record<Role, string>;

/** Who has to have a second factor, by role; each says whom it would lead to set one up. */
export function SecondFactorRuleForm({
  needed,
  leads,
  ...given
}: {
  needed: readonly Role[];
  leads: LedByRole;
  seen: number;
  request: string;
}) {
  return (
    <SettingForm
      {...given}
      action={setSecondFactorRuleAction}
      name="Second factors"
      button="Save who needs one"
      saved={{}}
    >
      {(refused) => (
        <fieldset className="mb-4">
          <legend className="mb-1 font-semibold">Who has to have one</legend>
          <p className="mb-2 text-soft">
            It acts at once: whom it leads to set one up may do nothing else until then, also where they are at work
            just now. Who signs in with their organisation’s account is not asked here.
          </p>
          {roles.map((role) => (
            <div key={role} className="mb-2">
              <label className="inline-flex min-h-9 items-center gap-2">
                <input
                  type="checkbox"
                  name={role}
                  value="yes"
                  aria-describedby={`leads-${role.replaceAll(" ", "-")}`}
                  className="size-5 shrink-0"
                  defaultChecked={refused ? refused.typed[role] === "yes" : needed.includes(role)}
                />
                {role.charAt(0).toUpperCase() + role.slice(1)}
              </label>
              <p id={`leads-${role.replaceAll(" ", "-")}`} className="ml-7 text-soft">
                {leads[role]}
              </p>
            </div>
          ))}
        </fieldset>
      )}
    </SettingForm>
  );
}
