"use client";

import { Fragment } from "react";
import type { ApprovalRows, RowFigure } from "#components/commentary/approval-row";
import { StateTag } from "#components/commentary/state-tag";
import type { ShownLevel } from "#components/scorecards/grade-class";
import { GradeMark } from "#components/scorecards/grade-mark";
import { NoFigure } from "#components/scorecards/no-figure";
import { paths } from "#lib/paths";

/** Comments as links, each with its figure, grade and what is the matter with it. */
export function ApprovalList({
  label,
  of: { lists, levels },
  selected,
  address,
}: {
  label: string;
  of: ApprovalRows;
  selected: string | null;
  /** The part of the queue and the page that the links stay in. */
  address: Parameters<typeof paths.approvals>[0];
}) {
  return (
    <nav aria-label={label}>
      {lists.map(({ title, progress, rows }) => (
        <Fragment key={title}>
          {title && (
            <h2 className="queue-title">
              {title} {progress && <small>{progress}</small>}
            </h2>
          )}
          <ul className="queue">
            {rows.map(([revision, ref, measure, said, figure, state, because]) => (
              <li key={revision}>
                <a
                  href={paths.approvals({ ...address, revision })}
                  aria-current={revision === selected ? "true" : undefined}
                >
                  <span>
                    <strong>{ref}</strong>
                    <span>{measure}</span>
                    <Figure of={figure} levels={levels} />
                  </span>
                  <small>{said}</small>
                  {state && (
                    <small>
                      <StateTag state={state} /> {because}
                    </small>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </nav>
  );
}

function Figure({ of, levels }: { of: RowFigure; levels: readonly ShownLevel[] }) {
  if (typeof of === "string") return <NoFigure kind={of} />;
  const [figure, place, flags = ""] = of;
  const level = (place !== null && levels[place]) || null;
  return <GradeMark figure={figure} level={level} flags={flags} />;
}
