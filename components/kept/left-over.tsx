import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { forget, type Kept, readKept, type Words } from "#components/kept/kept-words";
import { usePerson } from "#components/kept/signed-in";
import { besides } from "#components/kept/use-kept-fields";

// Few come back to something that they did not save.
const LeftOverNote = lazy(() => import("#components/kept/left-over-note").then((it) => ({ default: it.LeftOverNote })));

/** A form that the page has no more: by what name its words were kept, what is saved instead, and why nothing can be. */
export type GoneForm = { name: string; label: string | null; saved: Words; why: string };

export type LeftWords = GoneForm & { kept: Kept };

/** What was typed before where nothing can be saved any more, to copy or to throw away. */
export function LeftOver({ forms }: { forms: readonly GoneForm[] }) {
  const person = usePerson();
  const [left, setLeft] = useState<LeftWords[]>([]);
  const find = useEffectEvent(() =>
    setLeft(
      forms.flatMap((form) =>
        [form.name, besides(form.name)].flatMap((name) => {
          const kept = readKept(person, name);
          return kept ? [{ ...form, name, kept }] : [];
        }),
      ),
    ),
  );
  const names = forms.map(({ name }) => name).join();
  useEffect(() => {
    const timer = setTimeout(() => find());
    return () => clearTimeout(timer);
  }, [names]);
  if (left.length === 0) return null;
  return (
    <Suspense>
      <LeftOverNote left={left} forget={(name) => forget(person, name)} />
    </Suspense>
  );
}
