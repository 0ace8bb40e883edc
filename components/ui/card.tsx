import type { ReactNode } from "react";

export function Card({ children, className = "" }: { children: ReactNode; className?: string }) {
  return <div className={`rounded-lg border border-line bg-raised px-3.5 py-3 sm:px-4 ${className}`}>{children}</div>;
}

export function Tiles({ children }: { children: ReactNode }) {
  return <div className="my-4 grid grid-cols-[repeat(auto-fit,minmax(min(8.25rem,100%),1fr))] gap-3">{children}</div>;
}

/** One thing to see at a glance: a small label, a large answer, a line that explains it. */
export function Tile({ label, value, children }: { label: ReactNode; value: ReactNode; children?: ReactNode }) {
  return (
    <Card className="grid content-start gap-0.5">
      <p className="text-sm text-soft">{label}</p>
      <p className="text-2xl leading-8 font-bold tracking-tight">{value}</p>
      {children && <div className="text-sm text-soft">{children}</div>}
    </Card>
  );
}
