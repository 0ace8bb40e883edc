import { EndSignInRuleForm } from "#components/people/sign-in-rules/end-sign-in-rule-form";
import type { SignInRule } from "#lib/people/sign-in-rules/list-sign-in-rules";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";
import { becomesWords, forWhomWords } from "#lib/rules/sign-in-rule-words";

/** Rules with who made them and how many came by them; each with what ends it, where it holds. */
export function SignInRuleList({
  rules,
  issuer,
  timeZone,
  newRequest,
}: {
  rules: readonly SignInRule[];
  /** By which people sign in now; null where there is none. */
  issuer: string | null;
  timeZone: string;
  newRequest: () => string;
}) {
  return (
    <ul>
      {rules.map((rule) => (
        <li
          key={rule.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-2.5"
        >
          <div className="min-w-0 wrap-anywhere">
            <strong>{forWhomWords(rule)}</strong> becomes {becomesWords(rule.role, rule.team)}
            <p>{howItWent(rule, issuer, timeZone)}</p>
            <p className="text-sm text-soft">
              Made on {momentName(rule.madeAt, timeZone)}, by {apart(rule.madeBy ?? "a command")}
            </p>
          </div>
          {!rule.endedAt && (
            <EndSignInRuleForm
              rule={rule.id}
              what={`${forWhomWords(rule)}: ${becomesWords(rule.role, rule.team)}`}
              request={newRequest()}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function howItWent(rule: SignInRule, issuer: string | null, timeZone: string): string {
  const came = rule.came === 0 ? "Nobody came by it" : `${rule.came} came by it`;
  if (rule.endedAt)
    return `${came}; ended on ${momentName(rule.endedAt, timeZone)}, by ${apart(rule.endedBy ?? "a command")}`;
  return rule.issuer === issuer ? came : `${came}, and nobody does now: it is for ${rule.issuer}, which is not set`;
}
