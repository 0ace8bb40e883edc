import type { Kept, Words } from "#components/kept/kept-words";

/** What people call the fields of the forms that can be gone. */
const labels: Record<string, string | null> = {
  body: null,
  value: "Figure",
  numerator: "Numerator",
  denominator: "Denominator",
  missing: "Reason why there is no figure",
  note: "Note",
  provisional: "Provisional",
  estimated: "Estimated",
  reason: "Reason",
  refusal: "Reason",
};

type Lost = { label: string | null; typed: string };

/** What was typed into a form that is gone, field by field, and is neither what it was typed over nor what is saved by now. */
export const lostWords = ({
  label: of,
  kept: { was, typed },
  saved,
}: {
  label?: string;
  kept: Pick<Kept, "was" | "typed">;
  saved: Words;
}): Lost[] =>
  Object.entries(labels).flatMap(([field, label]) => {
    const word = said(typed[field]);
    if (word === said(was[field]) || word === said(saved[field])) return [];
    return [{ label: [of, label].filter(Boolean).join(", ") || null, typed: word || "Nothing: it was emptied." }];
  });

const said = (word: string | boolean | undefined): string => {
  if (typeof word === "boolean") return word ? "yes" : "no";
  return (word ?? "").replace(/\r\n?/g, "\n").trim();
};
