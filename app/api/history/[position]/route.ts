import { openedView } from "#components/history/opened-view";
import { may } from "#lib/access/permissions";
import { signedInActor } from "#lib/access/session";
import { inWords } from "#lib/actions/in-words";
import { enterRefusal } from "#lib/audit/enter-refusal";
import { Refusal } from "#lib/audit/refusal";
import { readHistoryAsked, readPosition } from "#lib/history/inputs";
import { listOpened } from "#lib/history/opened-entries";
import { mustEnrolWords } from "#lib/rules/second-factor-words";

/** What stands behind a line of the history that was found by these filters, for the script that opens it. */
export const GET = inWords(open);

async function open(request: Request, { params }: RouteContext<"/api/history/[position]">): Promise<Response> {
  const actor = await signedInActor();
  if (!actor) return say(401, "Your session has ended. Sign in again, then open this.");
  if (actor.mustEnrol) return say(403, mustEnrolWords);
  if (!may(actor, "history.read")) {
    const refusal = new Refusal("WRONG_ROLE", "The history is not for your role.");
    await enterRefusal(actor, "history.read", refusal, {}, { page: new URL(request.url).pathname.slice(0, 200) });
    return say(403, refusal.message);
  }
  const position = readPosition((await params).position);
  const { filters, problems } = readHistoryAsked(Object.fromEntries(new URL(request.url).searchParams));
  if (position === null || Object.keys(problems).length > 0) return say(400, "This address cannot be read.");
  const opened = await listOpened(actor, position, filters);
  return opened.length > 0
    ? Response.json(openedView(opened, may(actor, "redaction.propose")))
    : say(404, "There is no such entry that you may read.");
}

const say = (status: number, words: string) =>
  new Response(`${words}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
