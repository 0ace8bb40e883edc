"use client";

import { createContext, Fragment, type ReactNode, use, useState } from "react";
import { useFollowedLinks } from "#components/kept/use-followed-links";
import { useShowsTruth } from "#components/kept/use-shows-truth";

const Person = createContext("");

/**
 * Whose page this is. Every form below knows it, and coming back shows what is saved by then. Where a page comes anew as
 * somebody else's, its forms begin anew; a key from the start would keep a form sent without a script from coming back.
 */
export function SignedIn({ person, children }: { person: string; children: ReactNode }) {
  const [first] = useState(person);
  useFollowedLinks();
  useShowsTruth();
  return (
    <Person value={person}>
      <Fragment key={person === first ? "" : person}>{children}</Fragment>
    </Person>
  );
}

export const usePerson = (): string => use(Person);
