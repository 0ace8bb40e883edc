import { TextLink } from "#components/ui/text-link";
import type { HistoryFilters } from "#lib/history/inputs";
import { paths } from "#lib/paths";

/** The days that are asked for most, with what else is filtered. */
export function NearDays({ filters, today }: { filters: HistoryFilters; today: string }) {
  const days = [
    ["Today", { from: today, to: today }],
    ["This month", { from: `${today.slice(0, 8)}01`, to: today }],
  ] as const;
  return (
    <p className="touchable mt-2 flex flex-wrap gap-x-4 text-sm print:hidden">
      {days.map(([label, asked]) => (
        <TextLink key={label} href={paths.history({ ...filters, ...asked })}>
          {label}
        </TextLink>
      ))}
    </p>
  );
}
