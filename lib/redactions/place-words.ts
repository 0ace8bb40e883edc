const known: Record<string, string> = {
  "actual.note": "A note on a figure",
  "comment_revision.words": "A comment",
  "comment_revision.stands_because": "Why a comment stands as submitted",
  "comment_decision.reason": "A reason about a comment",
  "restatement.reason": "A reason for restating a figure",
  "restatement.stands_because": "Why a comment stands after a restatement",
  "edition.reason": "A reason for publishing",
  "reopening.asked_reason": "A reason to reopen a return",
  "reopening.reopened_reason": "A reason to reopen a return",
  "reopening.refused_reason": "A reason not to reopen a return",
  "indicator_definition.rebased_because": "Why limits begin anew",
  "scorecard.ended_reason": "Why a scorecard ended",
  "import.file_name": "The name of an imported file",
  "import.content": "An imported file",
  "import_doubt.about": "A doubt of an import",
  "import_doubt.as_it_came": "Text of an imported file",
  "import_doubt.proposed": "A reading of an imported file",
  "import_doubt.answer": "An answer to a doubt of an import",
  "redaction.passage": "The proposal of a redaction",
  "redaction.authority": "The authority of a redaction",
  "redaction.refused_reason": "A reason not to redact",
  "redaction_place.remaining": "What another redaction left",
  "action.reason": "The reason of an act",
};

/** What stands in a column of free text, in the product's words. */
export const placeWords = (table: string, column: string): string =>
  known[`${table}.${column}`] ??
  (column === "withdrawn_reason"
    ? "A reason for withdrawing what was set"
    : `${column.replaceAll("_", " ")} of ${table.replaceAll("_", " ")}`);
