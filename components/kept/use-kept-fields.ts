import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { apartBy, focusField, labelIn, openFolded, putInto, wordsIn } from "#components/kept/form-words";
import {
  besides,
  forget,
  forgetOld,
  isSameWords,
  type Kept,
  keep,
  readKept,
  type Words,
} from "#components/kept/kept-words";
import { noteUnsaved } from "#components/kept/note-unsaved";
import { usePerson } from "#components/kept/signed-in";

/** What was kept of a form from before: put back already, or to choose about, because what is saved has changed since. */
export type FoundWords = { at: Date; isBack: boolean; words: { label: string; typed: string }[] };

/**
 * Keeps what is typed into a form's fields until it is saved. What was kept is put back at once over what it was typed over;
 * over anything newer it is offered, and meanwhile what is typed anew is kept beside it.
 */
export function useKeptFields(name: string, saved: Words, form: RefObject<HTMLFormElement | null>) {
  const person = usePerson();
  const [found, setFound] = useState<FoundWords | null>(null);
  const offered = useRef<Kept | null>(null);
  const isKept = useRef(true);
  const fields = Object.keys(saved);

  function keepTyped(was: Words = saved) {
    if (!form.current) return;
    const place = offered.current ? besides(name) : name;
    const before = readKept(person, place)?.typed ?? {};
    const typed = { ...wordsIn(form.current, fields), ...apartBy(form.current, before).notHere };
    if (isSameWords(typed, was)) {
      forget(person, place);
      noteUnsaved(name, null);
    } else {
      isKept.current = keep(person, place, { was, typed });
      noteUnsaved(name, { isKept: isKept.current });
    }
  }

  const find = useEffectEvent(() => {
    forgetOld();
    const at = form.current;
    if (!at) return;
    const [kept, anew] = [readKept(person, name), readKept(person, besides(name))];
    // Somebody may have typed before there was a script.
    const now = wordsIn(at, fields);
    const isUntouched = isSameWords(now, saved);
    const isBack = kept !== null && !anew && isUntouched && isSameWords(kept.was, saved);
    const { here = {} } = kept ? apartBy(at, kept.typed) : {};
    if (kept && !isSameWords(here, saved) && !isSameWords(here, now)) {
      if (isBack) putInto(at, kept.typed);
      else offered.current = kept;
      openFolded(at);
      setFound({ at: new Date(kept.at), isBack, words: changed(at, kept) });
    }
    if (anew && isUntouched && isSameWords(anew.was, saved)) putInto(at, anew.typed);
    keepTyped();
    if (!offered.current) forget(person, besides(name));
  });
  useEffect(() => {
    const timer = setTimeout(() => find());
    return () => {
      clearTimeout(timer);
      noteUnsaved(name, null);
    };
  }, [name]);

  function decide(words: Words) {
    const [kept, at] = [offered.current, form.current];
    offered.current = null;
    forget(person, kept ? besides(name) : name);
    const now = at ? wordsIn(at, fields) : {};
    if (at) putInto(at, words);
    flushSync(() => setFound(null));
    keepTyped();
    // The button that was pressed is gone.
    if (at) focusField(at, fields.find((field) => field in words && words[field] !== now[field]) ?? fields[0] ?? "");
  }

  return {
    found,
    keepTyped: () => keepTyped(),
    /** What was put back is no longer what stands there. */
    typedOn: () => found?.isBack && setFound(null),
    putBack: () => decide(offered.current?.typed ?? {}),
    throwAway: () => decide(offered.current ? {} : saved),
    isKept: () => isKept.current,
    /** After a refusal: a field that the form now has gets what was typed into it before. */
    goOn: () => {
      const at = form.current;
      const before = readKept(person, name)?.typed ?? {};
      if (at) putInto(at, blankIn(at, before));
      keepTyped();
    },
    noteSending: () => noteUnsaved(name, { isKept: isKept.current, isSending: true }),
    /** After these words were saved: what was typed since is kept on. */
    settle: (sent: Words) => {
      keepTyped(sent);
      if (!offered.current) setFound(null);
    },
  };
}

/** Those of some words whose field is blank. */
const blankIn = (form: HTMLFormElement, words: Words): Words => {
  const now = wordsIn(form, Object.keys(words));
  return Object.fromEntries(Object.entries(words).filter(([name]) => now[name] === ""));
};

/** Where what is typed anew is kept, while what was found is still to be chosen about. */
const changed = (form: HTMLFormElement, { was, typed }: Kept) =>
  Object.entries(typed).flatMap(([field, word]) =>
    word === was[field] ? [] : [{ label: labelIn(form, field), typed: String(word) }],
  );
