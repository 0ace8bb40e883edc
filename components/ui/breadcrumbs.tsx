import { TextLink, touchable } from "#components/ui/text-link";

export function Breadcrumbs({ steps }: { steps: readonly { label: string; href?: string }[] }) {
  return (
    <nav aria-label="Breadcrumb" className="mb-1 text-sm text-soft print:hidden">
      <ol className={`flex flex-wrap gap-x-2 leading-6 ${touchable}`}>
        {steps.map(({ label, href }, index) => (
          <li key={label} className="flex gap-x-2">
            {index > 0 && <span aria-hidden="true">›</span>}
            {href ? <TextLink href={href}>{label}</TextLink> : label}
          </li>
        ))}
      </ol>
    </nav>
  );
}
