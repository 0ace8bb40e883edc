import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Asker, PersonActor } from "#lib/access/actor";
import { noteRead } from "#lib/access/asking";
import { count } from "#lib/access/counted";
import { currentAsker, signedInActor } from "#lib/access/session";
import type { Refused, Result } from "#lib/actions/result";
import { unstorableField } from "#lib/actions/unstorable-field";
import type { FormRequest } from "#lib/audit/begin";
import { databaseRefusal, unavailableRefusal } from "#lib/audit/database-refusal";
import { requireOwnForm } from "#lib/audit/other-person";
import { Refusal } from "#lib/audit/refusal";
import { inNameOfField } from "#lib/rules/in-name-of";
import { isUuid } from "#lib/rules/is-uuid";
import { mustEnrolWords } from "#lib/rules/second-factor-words";
import { writtenByField } from "#lib/rules/written-by";

const requestField = "request";
const sessionEnded = () =>
  new Refusal(
    "SESSION_ENDED",
    "Your session has ended, so this was not saved. Sign in again in another window, then send it once more from here.",
  );
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form.entries()].filter(
      (pair): pair is [string, string] => typeof pair[1] === "string" && !pair[0].startsWith("$"),
    ),
  );

function requestIn({ [requestField]: id, ...rest }: Record<string, string>): FormRequest | undefined {
  if (!id || !uuid.test(id)) return undefined;
  const sorted = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  return { id, digest: createHash("sha256").update(JSON.stringify(sorted)).digest("hex") };
}

/** For whom a deputy's form decides. Throws INVALID for what names nobody. */
function forWhom({ [inNameOfField]: head }: Record<string, string>): { onBehalfOf?: string } {
  if (!head) return {};
  if (!isUuid(head)) throw new Refusal("INVALID", "There is no such head of service.");
  return { onBehalfOf: head };
}

/** Fields that a form never gets back: what a person may not read over another's shoulder, nor a cache keep. */
const secrets = new Set(["current", "password", "again", "code"]);
const withoutSecrets = (typed: Record<string, string>) =>
  Object.fromEntries(Object.entries(typed).filter(([field]) => !secrets.has(field)));

function refused({ code, message, fields, details }: Refusal, typed: Record<string, string>): Refused {
  count("refusal", { code });
  return { ok: false, code, message, fields, details, typed: withoutSecrets(typed) };
}

function parse<I extends z.ZodType>(Input: I, typed: Record<string, string>): z.output<I> {
  const parsed = Input.safeParse(typed);
  const broken = unstorableField(typed, parsed.success ? parsed.data : null);
  if (broken) throw new Refusal("INVALID", broken.message, { fields: broken.fields });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues;
  throw new Refusal("INVALID", issues[0]?.message ?? "This cannot be read.", {
    fields: Object.fromEntries(issues.toReversed().map((issue) => [issue.path.join("."), issue.message])),
  });
}

async function answer<I extends z.ZodType, T>(
  Input: I,
  form: unknown,
  work: (
    input: z.output<I>,
    request: FormRequest | undefined,
    whose: Pick<Asker, "writtenBy" | "onBehalfOf">,
  ) => Promise<T>,
): Promise<Result<T>> {
  noteRead();
  // Anybody can call an action with anything at all.
  const typed = form instanceof FormData ? typedIn(form) : {};
  const { [writtenByField]: writtenBy, ...fields } = typed;
  try {
    const whose = { writtenBy, ...forWhom(fields) };
    const { [inNameOfField]: _, ...given } = fields;
    return { ok: true, value: await work(parse(Input, given), requestIn(fields), whose) };
  } catch (error) {
    const refusal = error instanceof Refusal ? error : (databaseRefusal(error) ?? unavailableRefusal(error));
    if (!refusal) throw error;
    return refused(refusal.code === "SESSION_ENDED" ? sessionEnded() : refusal, typed);
  }
}

/**
 * A server action for `useActionState`: parses the form's text fields, runs `work` (one verb, whose door says who asks)
 * and answers. A form of somebody else's than who is signed in by now is refused. Whose session ended meanwhile keeps what
 * they typed, and so do all while the database is busy or away. It catches that and `Refusal` alone; anything else is an error of ours, for the log and `error.tsx`.
 */
export const defineAction =
  <I extends z.ZodType, T>(Input: I, work: (asker: Asker, input: z.output<I>, request?: FormRequest) => Promise<T>) =>
  async (_before: Result<T> | null, form: FormData): Promise<Result<T>> =>
    answer(Input, form, async (input, request, whose) => {
      const asker = await currentAsker();
      if (!asker) throw sessionEnded();
      return work({ ...asker, ...whose }, input, request);
    });

/**
 * The signed-in person of an action that needs to know more than its verb answers. Throws SESSION_ENDED and OTHER_PERSON, and
 * NO_FACTOR for who has to set up a second factor, unless that is what they do.
 */
export async function presentActor({ writtenBy }: Asker, { enrols = false } = {}): Promise<PersonActor> {
  const actor = await signedInActor();
  if (!actor) throw sessionEnded();
  if (actor.mustEnrol && !enrols) throw new Refusal("NO_FACTOR", mustEnrolWords);
  await requireOwnForm({ ...actor, writtenBy });
  return { ...actor, writtenBy };
}

/** The same for somebody who is not signed in, and shows in what they send that they may. */
export const definePublicAction =
  <I extends z.ZodType, T>(Input: I, work: (input: z.output<I>) => Promise<T>) =>
  async (_before: Result<T> | null, form: FormData): Promise<Result<T>> =>
    answer(Input, form, work);
