import type { ReactNode } from "react";
import { Card } from "#components/ui/card";
import { TextLink } from "#components/ui/text-link";

/** One thing that waits for a person, or does not: where to go, and how much of it there is. */
export function Task({ href, title, children }: { href: string; title: string; children: ReactNode }) {
  return (
    <Card className="grid content-start gap-1">
      <h3 className="text-base">
        <TextLink href={href}>{title}</TextLink>
      </h3>
      <div className="text-[0.9375rem] text-soft">{children}</div>
    </Card>
  );
}

export function Tasks({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-6">
      <h2 className="mb-2.5 text-xl">{title}</h2>
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">{children}</div>
    </section>
  );
}
