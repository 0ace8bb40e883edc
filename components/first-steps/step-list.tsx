import type { Step } from "#components/first-steps/steps-view";
import { Tag } from "#components/ui/tag";
import { TextLink } from "#components/ui/text-link";

const tones = { done: "plain", next: "accent", later: "plain" } as const;

/** The steps with how far each is, and where it is gone; what is done can be gone to as well. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  return (
    <ol>
      {steps.map(({ title, state, words, links }, index) => (
        <li key={title} className="border-b border-line py-3.5" aria-current={state === "next" ? "step" : undefined}>
          <div className="flex flex-wrap items-baseline gap-x-3">
            <h2 className="text-xl">
              {index + 1}. {title}
            </h2>
            <Tag tone={tones[state]}>{state}</Tag>
          </div>
          <p className="my-1">{words}</p>
          <p className="touchable flex flex-wrap gap-x-4">
            {links.map(({ label, href }) => (
              <TextLink key={href} href={href}>
                {label}
              </TextLink>
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}
