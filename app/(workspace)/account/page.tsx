import { randomUUID } from "node:crypto";
import { ChangePasswordForm } from "#components/people/change-password-form";
import { EndOtherSessionsForm } from "#components/people/end-other-sessions-form";
import { HeldRoles } from "#components/people/held-roles";
import { RefusedSignIns } from "#components/people/refused-sign-ins";
import { SessionsTable } from "#components/people/sessions-table";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { SummaryList } from "#components/ui/summary-list";
import { requireActor } from "#lib/access/session";
import { listMySessions } from "#lib/people/queries";
import { listRefusedSignIns } from "#lib/people/refused-sign-ins";

export const metadata = { title: "Your account" };

const done: Record<string, string> = {
  password: "Your password is changed. You are signed out everywhere else.",
  sessions: "You are signed out everywhere else.",
  "still-signed-in":
    "Something else of yours is being saved just now, so you are still signed in. Sign out again in a moment.",
};

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const [actor, asked] = await Promise.all([requireActor(), searchParams]);
  const [sessions, refused] = await Promise.all([listMySessions(actor), listRefusedSignIns(actor)]);
  const said = asked.done && Object.hasOwn(done, asked.done) ? done[asked.done] : null;
  return (
    <div className="max-w-3xl">
      <PageHeading title="Your account" meta={actor.organisation.name} />
      {said && <Note live="status">{said}</Note>}
      <SummaryList
        rows={[
          { term: "Name", value: actor.person.name },
          { term: "E-mail address", value: actor.person.email },
          {
            term: "Roles",
            value: <HeldRoles roles={actor.roles.map(({ role, team }) => ({ role, team: team?.name ?? null }))} />,
          },
        ]}
      />
      <h2 className="mt-10 mb-1 text-xl">Where you are signed in</h2>
      <p className="mb-3 text-soft">
        A session ends by itself after 12 hours. If you do not know one of these, change your password.
      </p>
      <SessionsTable
        sessions={sessions}
        timeZone={actor.organisation.timeZone}
        ownId={actor.sessionId}
        caption="Your live sessions"
      />
      {sessions.length > 1 && <EndOtherSessionsForm request={randomUUID()} />}
      <h2 className="mt-10 mb-1 text-xl">Sign-ins that were refused</h2>
      <p className="mb-3 text-soft">
        The newest ten. If they were not yours, somebody tries your e-mail address: each try waits longer, and guessing
        a good password is hopeless.
      </p>
      <RefusedSignIns refused={refused} timeZone={actor.organisation.timeZone} />
      <h2 className="mt-10 mb-1 text-xl">Change your password</h2>
      <p className="mb-3 text-soft">You stay signed in here, and are signed out everywhere else.</p>
      <ChangePasswordForm email={actor.person.email} />
    </div>
  );
}
