import type { ReactNode } from "react";

/** A labelled, focusable region that scrolls by itself, so that its table's sticky header sticks and the page stays as wide as the screen. */
export function TableRegion({
  label,
  children,
  className = "max-h-[85vh]",
}: {
  label: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className={`relative overflow-auto print:max-h-none print:overflow-visible ${className}`}
    >
      {children}
    </section>
  );
}

/** For <table>: dense, with lines between the rows and column headers that stick inside a TableRegion. */
export const tableClass =
  "w-full border-separate border-spacing-0 text-sm " +
  "[&_caption]:pb-2 [&_caption]:text-left [&_caption]:text-soft " +
  "[&_thead]:sticky [&_thead]:top-0 [&_thead]:z-20 print:[&_thead]:static " +
  "[&_thead_th]:border-b [&_thead_th]:border-edge [&_thead_th]:bg-paper [&_thead_th]:px-2 [&_thead_th]:py-1.5 [&_thead_th]:text-left [&_thead_th]:align-bottom [&_thead_th]:text-[0.8125rem] [&_thead_th]:leading-tight [&_thead_th]:font-semibold [&_thead_th]:text-soft " +
  "[&_tbody_:is(td,th)]:border-b [&_tbody_:is(td,th)]:border-line [&_tbody_:is(td,th)]:px-2 [&_tbody_:is(td,th)]:py-2 [&_tbody_:is(td,th)]:text-left [&_tbody_:is(td,th)]:align-top " +
  "[&_:is(td,th).figure]:text-right! [&_tbody_.figure]:whitespace-nowrap";
