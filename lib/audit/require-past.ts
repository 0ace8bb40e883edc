import { forbidden, notFound } from "next/navigation";
import type { PersonActor } from "#lib/access/actor";
import { count } from "#lib/access/counted";
import { may } from "#lib/access/permissions";
import { asOf } from "#lib/audit/as-of";
import { enterRefusal } from "#lib/audit/enter-refusal";
import { findPast, type Past } from "#lib/audit/find-past";
import { Refusal } from "#lib/audit/refusal";

type Search = Record<string, string | string[] | undefined>;

/** How a page reads: as things are, or as they stood at the cut that its address asks for. */
export type Reading = { past: Past | null; read: <T>(read: () => Promise<T>) => Promise<T> };

/**
 * By which cut an address wants to be answered, if by any. Whose roles show them nothing but the present is answered 403,
 * and the refusal is entered; where there is no such cut, 404.
 */
export async function requirePast(actor: PersonActor, search: Search): Promise<Reading> {
  const [at, cut] = [one(search.at), one(search.cut)];
  if (at === undefined && cut === undefined) return { past: null, read: (read) => read() };
  if (!may(actor, "past.read")) {
    count("refusal", { code: "WRONG_ROLE" });
    await enterRefusal(actor, "past.read", new Refusal("WRONG_ROLE", "The past is not for your role."));
    return forbidden();
  }
  const reading = await findPast({ at, cut }, actor.organisation.timeZone);
  if (!reading.ok) return notFound();
  const { past } = reading;
  return { past, read: (read) => asOf(past.cut, read) };
}

const one = (value: string | string[] | undefined) => [value].flat()[0];
