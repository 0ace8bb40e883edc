import { useState } from "react";
import { besides, forget, type Kept, readKept } from "#components/kept/kept-words";
import type { GoneForm } from "#components/kept/left-over";
import { lostWords } from "#components/kept/lost-words";
import { Button } from "#components/ui/button";
import { Note } from "#components/ui/note";
import { momentName } from "#lib/rules/moment";

type LeftWords = GoneForm & { kept: Kept };

/** Shows what was typed and cannot be saved any more, by the reason why it cannot. */
export function LeftOverNote({ forms, person }: { forms: readonly GoneForm[]; person: string }) {
  // As it was found: thrown away, its note says so.
  const [byReason] = useState(() => Map.groupBy(leftOf(forms, person), ({ why }) => why));
  return [...byReason].map(([why, left]) => (
    <OfOneReason key={why} why={why} left={left} forget={(name) => forget(person, name)} />
  ));
}

const leftOf = (forms: readonly GoneForm[], person: string): LeftWords[] =>
  forms.flatMap((form) =>
    [form.name, besides(form.name)].flatMap((name) => {
      const kept = readKept(person, name);
      return kept && lostWords({ ...form, kept }).length > 0 ? [{ ...form, name, kept }] : [];
    }),
  );

function OfOneReason({
  why,
  left,
  forget,
}: {
  why: string;
  left: readonly LeftWords[];
  forget: (name: string) => void;
}) {
  const [said, setSaid] = useState<string | null>(null);
  const [isGone, setIsGone] = useState(false);
  if (isGone) return <Note live="status">Thrown away.</Note>;
  const words = left.flatMap((each) => lostWords(each).map((lost) => ({ ...lost, key: each.name })));
  const at = left.map(({ kept }) => kept.at).toSorted();
  const text = words.map(({ label, typed }) => (label ? `${label}: ${typed}` : typed)).join("\n");

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied.");
    } catch {
      setSaid("This browser does not let a button copy: mark the words and copy them.");
    }
  }
  function throwAway() {
    for (const { name } of left) forget(name);
    setIsGone(true);
  }

  return (
    <div className="print:hidden">
      <Note>
        <p>{`You typed this on ${momentName(new Date(at.at(-1) ?? ""))} and did not save it. It cannot be saved now. ${why}`}</p>
        {words.map(({ key, label, typed }) => (
          <blockquote key={`${key} ${label}`} className="my-2 border-l-4 border-edge pl-3">
            {label && <p className="text-sm text-soft">{label}</p>}
            <p className="whitespace-pre-line wrap-anywhere">{typed}</p>
          </blockquote>
        ))}
        <p className="mt-2 flex flex-wrap items-center gap-2">
          <Button type="button" tone="quiet" onClick={copy}>
            Copy it
          </Button>
          <Button type="button" tone="quiet" onClick={throwAway}>
            Throw it away
          </Button>
          <output>{said}</output>
        </p>
      </Note>
    </div>
  );
}
