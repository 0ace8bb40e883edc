import type { Choice } from "#lib/history/list-choices";

/** Whom a name or a part of one means, where there are too many people to choose from: one of them, or those to choose among. */
export function whoIsNamed(
  typed: string,
  people: readonly Choice[],
): { person: string } | { among: Choice[]; problem: string } {
  const said = plain(typed);
  const exact = people.filter(({ label }) => plain(label) === said);
  const among = exact.length > 0 ? exact : people.filter(({ label }) => plain(label).includes(said));
  const [only, other] = among;
  if (only && !other) return { person: only.value };
  const problem = only
    ? "Several people have such a name. Choose one, or give more of the name."
    : "Nobody here has such a name. Give it, or a part of it, as the history says it.";
  return { among, problem };
}

const plain = (name: string) => name.trim().toLocaleLowerCase("en-GB");
