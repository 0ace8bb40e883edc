import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { paths } from "#lib/paths";
import type { SignInRule } from "#lib/people/sign-in-rules/list-sign-in-rules";
import { apart } from "#lib/rules/direction";
import { readAddress } from "#lib/rules/mail-domain";
import { becomesWords } from "#lib/rules/sign-in-rule-words";

/** What the rules say of an address that is typed, for who would come with it for the first time. */
export function SignInRulePreview({ rules, address }: { rules: readonly SignInRule[]; address: string }) {
  const domain = readAddress(address)?.domain;
  const forThem = rules.filter((rule) => rule.domain === domain);
  return (
    <form action={paths.signInRules()} aria-label="Try an address" className="max-w-xl">
      <TextField
        name="address"
        label="E-mail address"
        maxLength={254}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={address}
        error={address === "" || domain ? undefined : "This is no e-mail address that a rule can be for."}
      />
      <Button tone="quiet">Say what they become</Button>
      {domain && (
        <div className="mt-3 wrap-anywhere">
          {forThem.length === 0 ? (
            <p>No rule is for @{domain}: they need an invitation.</p>
          ) : (
            <>
              <p>Unless somebody has this address already, who comes with it, verified, becomes:</p>
              <ul className="list-disc pl-5">
                {forThem.map(({ id, role, team, inGroup }) => (
                  <li key={id}>
                    {becomesWords(role, team)}
                    {inGroup !== null && `, in the group ${apart(inGroup)} alone`}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </form>
  );
}
