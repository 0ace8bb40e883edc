"use client";

import Link from "next/link";
import type { ApprovalRow } from "#components/commentary/approval-row";
import { GradeMark } from "#components/scorecards/grade-mark";
import { NoFigure } from "#components/scorecards/no-figure";
import { Tag } from "#components/ui/tag";
import { paths } from "#lib/paths";

/** Comments as links, each with its figure, grade and what is the matter with it. */
export function ApprovalList({
  label,
  rows,
  selected,
  page,
}: {
  label: string;
  rows: readonly ApprovalRow[];
  selected: string | null;
  page: number;
}) {
  return (
    <nav aria-label={label}>
      <ul className="queue">
        {rows.map(({ revision, ref, measure, said, figure, state }) => (
          <li key={revision}>
            <Link
              href={paths.approvals({ revision, page })}
              prefetch={false}
              aria-current={revision === selected ? "true" : undefined}
            >
              <span>
                <strong>{ref}</strong>
                <span>{measure}</span>
                {typeof figure === "string" ? <NoFigure kind={figure} /> : <GradeMark {...figure} />}
              </span>
              <small>{said}</small>
              {state && (
                <small>
                  <Tag tone={state.tone}>{state.word}</Tag> {state.because}
                </small>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
