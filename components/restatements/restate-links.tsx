import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import type { Month } from "#lib/rules/month";

/** From a return of a published month to each of its figures: what can still be changed there, and who does. */
export function RestateLinks({ slug, month, refs }: { slug: string; month: Month; refs: readonly string[] }) {
  if (refs.length === 0) return null;
  return (
    <p className="touchable mt-4 flex flex-wrap gap-x-4 print:hidden">
      A published figure is restated by its head of service:
      {refs.map((ref) => (
        <TextLink key={ref} href={paths.restatements(slug, ref, month)}>
          {`Restatements of ${ref}`}
        </TextLink>
      ))}
    </p>
  );
}
