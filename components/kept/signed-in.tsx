"use client";

import { createContext, type ReactNode, use, useEffect } from "react";
import { forgetOld } from "#components/kept/kept-words";
import { useAsksFirst } from "#components/kept/use-asks-first";
import { useShowsTruth } from "#components/kept/use-shows-truth";
import { writtenByField } from "#lib/rules/written-by";

const Person = createContext("");

/**
 * Whose page this is. Every form below knows it, what is typed is kept under it, leaving asks first while something typed
 * is not saved, and coming back shows what is saved by then.
 */
export function SignedIn({ person, children }: { person: string; children: ReactNode }) {
  useAsksFirst();
  useShowsTruth();
  useEffect(forgetOld, []);
  return <Person value={person}>{children}</Person>;
}

export const usePerson = (): string => use(Person);

/** Says in a form whose it is. One that was refused and came back without a script stays whose it was. */
export function WrittenBy({ answer }: { answer?: { typed: Record<string, string> } | { ok: true } | null }) {
  const person = usePerson();
  const writer = (answer && "typed" in answer && answer.typed[writtenByField]) || person;
  return writer === "" ? null : <input type="hidden" name={writtenByField} value={writer} />;
}
