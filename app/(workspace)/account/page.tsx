import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { ChangePasswordForm } from "#components/people/change-password-form";
import { EndOtherSessionsForm } from "#components/people/end-other-sessions-form";
import { HeldRoles } from "#components/people/held-roles";
import { OpenIdLink } from "#components/people/openid-link";
import { RefusedSignIns } from "#components/people/refused-sign-ins";
import { SessionsTable } from "#components/people/sessions-table";
import { ErrorSummary } from "#components/ui/error-summary";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { SummaryList } from "#components/ui/summary-list";
import { TextLink } from "#components/ui/text-link";
import { openIdSettings } from "#lib/access/openid-settings";
import { may } from "#lib/access/permissions";
import { requireActor } from "#lib/access/session";
import { paths } from "#lib/paths";
import { getWaysIn } from "#lib/people/get-ways-in";
import { listMySessions } from "#lib/people/queries";
import { listRefusedSignIns } from "#lib/people/refused-sign-ins";
import { openIdWords } from "#lib/rules/openid-words";
import { readAdding } from "#lib/sign-in/openid/adding-cookie";

export const metadata = { title: "Your account" };

const done: Record<string, string> = {
  password: "Your password is changed. You are signed out everywhere else.",
  sessions: "You are signed out everywhere else.",
  shown: "The account is not added yet: say with your password below that it is yours.",
  linked: "From now on you sign in with your organisation’s account too.",
  unlinked: "Your account is taken away. You sign in with your password, and are signed out everywhere else.",
  "second-factor-removed": "Your second factor is taken away. From now on your password alone signs you in.",
  "still-signed-in":
    "Something else of yours is being saved just now, so you are still signed in. Sign out again in a moment.",
};

type Asked = Partial<Record<"done" | "error", string>>;

export default async function AccountPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [actor, asked, jar] = await Promise.all([requireActor(), searchParams, cookies()]);
  const [sessions, refused, ways, adding] = await Promise.all([
    listMySessions(actor),
    listRefusedSignIns(actor),
    getWaysIn(actor),
    readAdding(jar, actor.sessionId),
  ]);
  const openId = openIdSettings();
  const wrong = openId && asked.error ? openIdWords(asked.error) : null;
  const said = asked.done && Object.hasOwn(done, asked.done) ? done[asked.done] : null;
  return (
    <div className="max-w-3xl">
      <PageHeading title="Your account" meta={actor.organisation.name} />
      {wrong && <ErrorSummary errors={[{ message: wrong }]} />}
      {said && <Note live="status">{said}</Note>}
      <SummaryList
        rows={[
          { term: "Name", value: actor.person.name },
          { term: "E-mail address", value: actor.person.email },
          { term: "Roles", value: <HeldRoles roles={ways.roles} /> },
        ]}
      />
      {may(actor, "scorecard.export") && (
        <p className="touchable my-3">
          <TextLink href={paths.files()}>Files that you had made</TextLink>
        </p>
      )}
      <h2 className="mt-10 mb-1 text-xl">Where you are signed in</h2>
      <p className="mb-3 text-soft">
        A session ends by itself after some hours. If you do not know one of these,{" "}
        {ways.hasPassword ? "change your password." : "sign out everywhere else, and tell whoever keeps your account."}
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
      {ways.hasPassword && (
        <>
          <h2 className="mt-10 mb-1 text-xl">Second factor</h2>
          <p>
            {ways.hasSecondFactor
              ? "After your password you are asked for a code of your app. "
              : "Your password alone signs you in. With a code of an app beside it, nobody does who has only come by your password. "}
            <TextLink href={paths.secondFactor()}>
              {ways.hasSecondFactor ? "Recovery codes, or another phone" : "Set up a second factor"}
            </TextLink>
          </p>
        </>
      )}
      {openId && (
        <>
          <h2 id="without-password" className="mt-10 mb-1 text-xl">
            Signing in without your password
          </h2>
          <OpenIdLink
            ways={ways}
            adding={adding?.called ?? null}
            button={openId.button}
            timeZone={actor.organisation.timeZone}
            request={randomUUID()}
          />
        </>
      )}
      {(ways.hasPassword || !ways.linked) && (
        <>
          <h2 className="mt-10 mb-1 text-xl">Change your password</h2>
          <p className="mb-3 text-soft">You stay signed in here, and are signed out everywhere else.</p>
          <ChangePasswordForm email={actor.person.email} />
        </>
      )}
    </div>
  );
}
