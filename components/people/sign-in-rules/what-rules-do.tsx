import { Note } from "#components/ui/note";

/** What a rule gives and what it takes away; and, without an issuer, why none can be made. */
export function WhatRulesDo({ issuer }: { issuer: string | null }) {
  return (
    <>
      <p className="mb-2 wrap-anywhere">
        A rule lets people in without an invitation: who signs in for the first time with their account
        {issuer ? ` at ${issuer}` : ""}, whose e-mail address is verified there and of the rule’s domain, and who is in
        its group where one is named, holds what it gives from then on. Where several rules are for somebody, all of
        them give.
      </p>
      <p className="mb-4">
        A rule gives once. Who leaves the group, or whose rule is ended, keeps their role until a performance officer
        revokes it, and a role that was revoked is not given again. Performance officers are told of everybody who
        comes.
      </p>
      {!issuer && (
        <Note tone="stop">
          Nobody signs in with an account of their organisation here, so no rule can be made or is used. Whoever runs
          Candour sets the issuer: CANDOUR_OPENID_ISSUER and what goes with it, as docs/operating.md says under “The
          council’s accounts”.
        </Note>
      )}
    </>
  );
}
