import { Tag } from "#components/ui/tag";
import { TextLink } from "#components/ui/text-link";
import type { NoticeLine } from "#lib/notices/notice-line";

type Line = NoticeLine & { position: number; isNew: boolean; about: string };

/** What somebody was told, each the way to its place; what they see for the first time is marked by a word. */
export function NoticeList({ lines }: { lines: readonly Line[] }) {
  return (
    <ol className="max-w-3xl">
      {lines.map(({ position, isNew, href, words, reason, about }) => (
        <li key={position} className="border-b border-line py-2.5 [overflow-wrap:anywhere]">
          {isNew && (
            <>
              <Tag tone="accent">New</Tag>{" "}
            </>
          )}
          <TextLink href={href} className={isNew ? "font-semibold" : ""}>
            {words}
          </TextLink>
          {reason && <p className="whitespace-pre-line">Reason: {reason}</p>}
          <p className="text-sm text-soft">{about}</p>
        </li>
      ))}
    </ol>
  );
}
