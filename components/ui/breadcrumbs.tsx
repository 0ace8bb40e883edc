import { TextLink, touchable } from "#components/ui/text-link";

export function Breadcrumbs({ steps }: { steps: readonly { label: string; href?: string }[] }) {
  return (
    <nav aria-label="Breadcrumb" className="breadcrumbs">
      <ol className={touchable}>
        {steps.map(({ label, href }, index) => (
          <li key={label}>
            {index > 0 && <span aria-hidden="true">›</span>}
            {href ? <TextLink href={href}>{label}</TextLink> : label}
          </li>
        ))}
      </ol>
    </nav>
  );
}
