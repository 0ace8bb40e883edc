import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { MakeSignInRuleForm } from "#components/people/sign-in-rules/make-sign-in-rule-form";
import { SignInRuleList } from "#components/people/sign-in-rules/sign-in-rule-list";
import { SignInRulePreview } from "#components/people/sign-in-rules/sign-in-rule-preview";
import { WhatRulesDo } from "#components/people/sign-in-rules/what-rules-do";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { rolesOfRules } from "#db/vocabulary";
import { openIdSettings } from "#lib/access/openid-settings";
import { requirePermission } from "#lib/audit/require-permission";
import { paths, type SignInRuleDone } from "#lib/paths";
import { type ListedTeam, listTeams } from "#lib/people/list-teams";
import { listSignInRules } from "#lib/people/sign-in-rules/list-sign-in-rules";
import { isTeamRole, roleField } from "#lib/rules/held-role";
import { becomesWords } from "#lib/rules/sign-in-rule-words";

export const metadata: Metadata = { title: "Sign-in rules" };

const said: Record<SignInRuleDone, string> = {
  made: "The rule is made. It is for whoever signs in for the first time from now on.",
  ended: "The rule is ended: nobody comes by it any more. Who came keeps what they hold.",
  "ended before": "It was ended before: by whom, and when, stands under Ended.",
};

const choices = (teams: readonly ListedTeam[]) =>
  rolesOfRules.flatMap((role) =>
    (isTeamRole(role) ? teams : [{ id: null, name: null }]).map(({ id, name }) => ({
      value: roleField({ role, teamId: id }),
      label: becomesWords(role, name),
    })),
  );

/** Who comes in without an invitation, and as what. */
export default async function SignInRulesPage({ searchParams }: PageProps<"/admin/people/sign-in-rules">) {
  const [actor, { done, address }] = await Promise.all([requirePermission("sign_in_rule.make"), searchParams]);
  const [{ live, ended }, teams] = await Promise.all([listSignInRules(actor), listTeams(actor)]);
  const issuer = openIdSettings()?.issuer ?? null;
  const shown = { issuer, timeZone: actor.organisation.timeZone, newRequest: randomUUID };
  const isSaid = typeof done === "string" && Object.hasOwn(said, done);
  const typed = typeof address === "string" ? address.trim() : "";
  return (
    <div className="max-w-3xl">
      <Breadcrumbs steps={[{ label: "People", href: paths.people() }, { label: "Sign-in rules" }]} />
      <PageHeading title="Sign-in rules" meta={actor.organisation.name} />
      {isSaid && (
        <Note key={done} live="status">
          {said[done as SignInRuleDone]}
        </Note>
      )}
      <WhatRulesDo issuer={issuer} />
      <h2 className="mt-6 mb-1 text-xl">Rules</h2>
      {live.length === 0 ? (
        <EmptyState title="There is no rule">Whoever comes in was invited by a performance officer.</EmptyState>
      ) : (
        <SignInRuleList rules={live} {...shown} />
      )}
      {issuer && (
        <>
          <h2 className="mt-8 mb-1 text-xl">Make a rule</h2>
          <p className="mb-3 text-soft">To change a rule, end it and make another.</p>
          <MakeSignInRuleForm becomes={choices(teams)} request={randomUUID()} />
          <h2 className="mt-8 mb-3 text-xl">Try an address</h2>
          <SignInRulePreview rules={live.filter((rule) => rule.issuer === issuer)} address={typed} />
        </>
      )}
      {ended.length > 0 && (
        <>
          <h2 className="mt-8 mb-1 text-xl">Ended</h2>
          <SignInRuleList rules={ended} {...shown} />
        </>
      )}
    </div>
  );
}
