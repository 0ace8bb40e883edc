import { RestatementList } from "#components/restatements/restatement-list";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { type Month, monthName } from "#lib/rules/month";
import type { Restatement } from "#lib/scorecards/restatement-rows";

/** Of an indicator: what was restated of it, and to its head of service the published months that can be. */
export function RestatementsSection({
  slug,
  refName,
  restatements,
  restatable,
  timeZone,
}: {
  slug: string;
  refName: string;
  restatements: readonly Restatement[];
  /** Newest first; none for anybody else. */
  restatable: readonly Month[];
  timeZone: string;
}) {
  if (restatements.length === 0 && restatable.length === 0) return null;
  return (
    <section>
      <h2 className="mt-8 mb-2 text-xl">Restatements</h2>
      <RestatementList restatements={restatements} timeZone={timeZone} />
      {restatable.length > 0 && (
        <p className="touchable mt-2 flex flex-wrap gap-x-4 print:hidden">
          A published figure was wrong?
          {restatable.map((month) => (
            <TextLink key={month} href={paths.restatements(slug, refName, month)}>
              {`Restate ${monthName(month)}`}
            </TextLink>
          ))}
        </p>
      )}
    </section>
  );
}
