"use client";

import { SettingForm } from "#components/settings/setting-form";
import { SelectField } from "#components/ui/field";
import { type CommentRules, type OtherRule, otherRules } from "#lib/rules/comment-rules";
import { type Month, monthName } from "#lib/rules/month";
import { setCommentRulesAction } from "#lib/settings/actions";

const lowest = [
  { value: "", label: "Where the words for grades say so" },
  { value: "0", label: "At no grade" },
  { value: "1", label: "At the lowest grade" },
  ...[2, 3, 4, 5].map((count) => ({ value: String(count), label: `At the ${count} lowest grades` })),
];

const labels: Record<OtherRule, string> = {
  milestoneMissed: "Where the month’s milestone is missed",
  gradeChanged: "Where the grade changed since the last month",
  figureUnusual: "Where the figure is outside its own usual range",
};

/** When a comment is required, from a month on: at which grades, and by which of the other rules. */
export function CommentRulesForm({
  rules,
  months,
  ...given
}: {
  rules: CommentRules;
  months: readonly Month[];
  seen: number;
  request: string;
}) {
  return (
    <SettingForm
      {...given}
      action={setCommentRulesAction}
      name="When a comment is required"
      button="Save when it is required"
      saved={{}}
    >
      {(refused) => (
        <>
          <SelectField
            name="from"
            label="From which month"
            hint="Months that are closed stay as they were asked."
            options={months.map((month) => ({ value: month, label: monthName(month) }))}
            defaultValue={refused?.typed.from}
            error={refused?.fields.from}
          />
          <SelectField
            name="lowestLevels"
            label="By the grade"
            options={lowest}
            defaultValue={refused?.typed.lowestLevels ?? String(rules.lowestLevels ?? "")}
            error={refused?.fields.lowestLevels}
          />
          <fieldset className="mb-4">
            <legend className="mb-1 font-semibold">And</legend>
            {otherRules.map((rule) => (
              <p key={rule}>
                <label className="inline-flex min-h-9 items-center gap-2">
                  <input
                    type="checkbox"
                    name={rule}
                    value="yes"
                    defaultChecked={refused ? refused.typed[rule] === "yes" : rules[rule]}
                  />
                  {labels[rule]}
                </label>
              </p>
            ))}
          </fieldset>
        </>
      )}
    </SettingForm>
  );
}
