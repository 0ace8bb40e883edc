import { expect, test } from "vitest";
import { byWhom } from "#components/commentary/by-whom";
import type { CellRevision } from "#lib/commentary/cell/comment-cell";
import { noticeLine } from "#lib/notices/notice-line";

const turned = "Anna\u202E";
const at = new Date("2014-01-14T09:32:00Z");

test("a name that turns the direction of text turns nothing behind it", () => {
  const revision = {
    source: "person",
    writtenAt: at,
    submittedAt: at,
    submittedBy: turned,
    authors: [{ id: "a", name: turned }],
  };
  expect(byWhom(revision as unknown as CellRevision, "Europe/London")).toBe(
    "written by \u2068Anna\u202E\u202C\u2069, submitted 14 January 2014, 09:32",
  );
  const notice = { kind: "approved", month: "2013-12", ref: "2.3", slug: "improvement", by: turned, reason: null };
  expect(noticeLine(notice as Parameters<typeof noticeLine>[0], "Europe/London").words).toBe(
    "The comment on 2.3 for December 2013 was approved by \u2068Anna\u202E\u202C\u2069.",
  );
});
