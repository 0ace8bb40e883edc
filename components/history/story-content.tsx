"use client";

import { ChangedWords } from "#components/commentary/changed-words";
import { WordsQuoted } from "#components/commentary/words-quoted";
import { SentenceLine } from "#components/history/sentence-line";
import { ShownChange } from "#components/history/shown-change";
import type { StoryLineView, StoryView } from "#components/history/story-view";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { LinkButton } from "#components/ui/button";
import { drawnOnce } from "#components/ui/drawn-once";
import { EmptyState } from "#components/ui/empty-state";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { monthName } from "#lib/rules/month";
import { wholeNumber } from "#lib/rules/whole-number";

/** All that happened to one cell, oldest first, in sentences, with what became of its comment's words. */
export const StoryContent = drawnOnce(({ view }: { view: StoryView }) => {
  const { place, lines, days, levels, slugs, people, isCut } = view;
  const { slug, ref, month, scorecard, measure } = place;
  const name = monthName(month);
  const history = paths.history({ scorecard: slug, indicator: ref, month });
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: scorecard, href: paths.scorecard(slug) },
          { label: ref, href: paths.indicator(slug, ref) },
          { label: name, href: paths.comment(slug, ref, month) },
          { label: "Story" },
        ]}
      />
      <PageHeading
        title={`The story of ${ref}, ${name}`}
        meta={measure}
        actions={<LinkButton href={history}>Every entry about it</LinkButton>}
      />
      {isCut && (
        <Note>
          What came first is not told here: there is too much of it.{" "}
          <TextLink href={history}>Every entry about it</TextLink> is in the history.
        </Note>
      )}
      {lines.length === 0 ? (
        <EmptyState title="Nothing has happened yet">
          No figure was recorded and no comment written that you may read of.
        </EmptyState>
      ) : (
        <ol className="entries mt-5">
          {lines.map((line) => (
            <li key={line.position} className={line.isRefused && "refused"}>
              <p>
                {days[line.when[0]]}
                <i>, </i>
                {line.when[1]}
              </p>
              <div>
                <SentenceLine said={line} refs={{ slugs, people }} />
                {line.detail && <p>{line.detail}</p>}
                <StoryWords line={line} />
              </div>
              {line.change && <ShownChange change={line.change} levels={levels} />}
              <a href={paths.entry(line.position)}>Entry {wholeNumber(line.position)}</a>
            </li>
          ))}
        </ol>
      )}
    </>
  );
});

function StoryWords({ line: { words, isLeft, position } }: { line: StoryLineView }) {
  if (isLeft)
    return (
      <p>
        <TextLink href={paths.entry(position)}>Its words</TextLink>
      </p>
    );
  if (!words) return null;
  return (
    <div className="my-2">
      <WordsQuoted>
        {typeof words === "string" ? <p className="whitespace-pre-line">{words}</p> : <ChangedWords changes={words} />}
      </WordsQuoted>
    </div>
  );
}
