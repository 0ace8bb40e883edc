"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { besides, readKept, type Words } from "#components/kept/kept-words";
import { usePerson } from "#components/kept/signed-in";

// Few come back to something that they did not save.
const LeftOverNote = lazy(() => import("#components/kept/left-over-note").then((it) => ({ default: it.LeftOverNote })));

/** A form that the page has no more: by what name its words were kept, what is saved instead, and why nothing can be. */
export type GoneForm = { name: string; label?: string; saved: Words; why: string };

/** What was typed before where nothing can be saved any more, to copy or to throw away. */
export function LeftOver({ forms }: { forms: readonly GoneForm[] }) {
  const person = usePerson();
  const isLeft = useSyncExternalStore(
    never,
    () => forms.some(({ name }) => (readKept(person, name) ?? readKept(person, besides(name))) !== null),
    () => false,
  );
  return (
    isLeft && (
      <Suspense>
        <LeftOverNote key={forms.map(({ name }) => name).join()} forms={forms} person={person} />
      </Suspense>
    )
  );
}

/** It is looked at as the page is drawn: nobody types here. */
const never = () => () => undefined;
