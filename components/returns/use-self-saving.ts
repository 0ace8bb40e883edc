import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useRef } from "react";
import type { ReturnRows } from "#components/returns/use-return-rows";
import { saysNothing } from "#lib/rules/actual";

/**
 * What a row's details wear, so that each saves itself: a choice as it is made, what is typed with Enter or as it is left.
 * A flag alone waits for its figure, one part for the other, and a list gone through with the arrows for where they stop.
 */
export function useSelfSaving(grid: ReturnRows, id: string) {
  const isGoneThrough = useRef(false);

  function save() {
    const state = grid.stateOf(id);
    if (state && !saysNothing(state.typed)) grid.save(id);
  }
  return {
    onChange: ({ target }: ChangeEvent<HTMLElement>) => {
      const isChoice = target instanceof HTMLSelectElement ? !isGoneThrough.current : isCheckbox(target);
      if (isChoice) save();
    },
    onBlur: ({ target, relatedTarget: to }: FocusEvent<HTMLElement>) => {
      const parts = target.closest("fieldset");
      // A button there does its own work, after this.
      const staysInside = (parts?.contains(to) ?? false) || to?.closest(".more :is(button, summary)");
      if (!staysInside) save();
    },
    onPointerDown: () => {
      isGoneThrough.current = false;
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const { target, key } = event;
      isGoneThrough.current = key !== "Enter" && key !== " ";
      if (key !== "Enter" || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
      if (target instanceof HTMLInputElement) event.preventDefault();
      grid.save(id);
    },
  };
}

const isCheckbox = (target: EventTarget) => target instanceof HTMLInputElement && target.type === "checkbox";
