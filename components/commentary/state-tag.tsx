import { Tag } from "#components/ui/tag";
import type { CommentState } from "#lib/rules/commentary-status";

const tags: Record<CommentState["state"], { word: string; tone: "plain" | "accent" | "stop" }> = {
  none: { word: "not written", tone: "plain" },
  draft: { word: "draft", tone: "plain" },
  submitted: { word: "submitted", tone: "accent" },
  returned: { word: "returned", tone: "stop" },
  approved: { word: "approved", tone: "accent" },
  lapsed: { word: "approval lapsed", tone: "stop" },
  "approval withdrawn": { word: "approval withdrawn", tone: "stop" },
  withdrawn: { word: "withdrawn", tone: "plain" },
  imported: { word: "as imported", tone: "plain" },
};

/** Where a comment or one of its revisions stands, in a word. */
export function StateTag({ state }: { state: CommentState["state"] }) {
  const { word, tone } = tags[state];
  return <Tag tone={tone}>{word}</Tag>;
}
