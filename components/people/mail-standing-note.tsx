import { Note } from "#components/ui/note";
import { TextLink } from "#components/ui/text-link";
import type { MailKind } from "#db/vocabulary";
import type { MailStanding } from "#lib/mail/get-mail-standing";
import { paths } from "#lib/paths";

const what: Record<MailKind, string> = {
  invitation: "the invitation of",
  "new password": "the link for a new password of",
  "password set": "the word that a new password was set, to",
  "second factor reset": "the word that a second factor was reset, to",
  heads: "the newest head of the seal, to",
};

/** How much mail waits and what could not be sent; nothing where all was. */
export function MailStandingNote({ standing: { waiting, failing, givenUp } }: { standing: MailStanding }) {
  if (waiting === 0 && givenUp.length === 0) return null;
  return (
    <Note>
      {waiting > 0 && (
        <p>
          {waiting === 1 ? "One mail waits" : `${waiting} mails wait`} to be sent.
          {failing > 0 &&
            ` ${failing === 1 ? "One was" : `${failing} were`} tried in vain: the mail server did not take ${failing === 1 ? "it" : "them"} yet, and is tried again.`}
        </p>
      )}
      {givenUp.length > 0 && (
        <>
          <p>Could not be sent by mail:</p>
          <ul className="list-disc pl-5">
            {givenUp.map(({ id, kind, personId, name }) => (
              <li key={id}>
                {what[kind]} <TextLink href={paths.person(personId)}>{name}</TextLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </Note>
  );
}
