"use client";

import { usePerson } from "#components/kept/signed-in";
import { writtenByField } from "#lib/rules/written-by";

/** Says in a form whose it is. One that was refused and came back without a script stays whose it was. */
export function WrittenBy({ answer }: { answer?: { typed: Record<string, string> } | { ok: true } | null }) {
  const person = usePerson();
  const writer = (answer && "typed" in answer && answer.typed[writtenByField]) || person;
  return writer === "" ? null : <input type="hidden" name={writtenByField} value={writer} />;
}
