import type { PartView } from "#components/scorecards/part-view";
import { TextLink } from "#components/ui/text-link";

/** The way to every part of what one page cannot show. */
export function PartLinks({
  part: { labels, number },
  hrefOf,
}: {
  part: PartView;
  hrefOf: (number: number) => string;
}) {
  return (
    <nav aria-label="Parts" className="my-4">
      <p className="text-sm text-soft">{`This is part ${number} of ${labels.length}. The tiles count its indicators alone.`}</p>
      <ol className="touchable flex flex-wrap gap-x-4 print:hidden">
        {labels.map((label, index) => (
          <li key={label}>
            {index + 1 === number ? (
              <b aria-current="page">{label}</b>
            ) : (
              <TextLink href={hrefOf(index + 1)}>{label}</TextLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
