import type { ReactNode } from "react";

export function Card({ children, className = "" }: { children: ReactNode; className?: string }) {
  return <div className={`card ${className}`}>{children}</div>;
}

/** Tiles side by side; wide ones hold a sentence, and stand one under another on a phone. */
export function Tiles({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  const columns = wide
    ? "grid-cols-[repeat(auto-fit,minmax(min(15rem,100%),1fr))]"
    : "grid-cols-[repeat(auto-fit,minmax(min(8.25rem,100%),1fr))]";
  return <div className={`my-4 grid gap-3 ${columns}`}>{children}</div>;
}

/** One thing to see at a glance: a small label, a large answer, a line that explains it. */
export function Tile({ label, value, children }: { label: ReactNode; value: ReactNode; children?: ReactNode }) {
  return (
    <div className="card tile">
      <p>{label}</p>
      <p>{value}</p>
      {children && <div>{children}</div>}
    </div>
  );
}
