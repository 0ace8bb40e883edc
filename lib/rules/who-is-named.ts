type Choice = { value: string; label: string };

/** More people than these are no help in a list, and weigh more than the history under it: their names are typed. */
export const mostPeople = 25;

/** A choice beside the people, for what nobody signed in did. */
export const nobody: Choice = { value: "nobody", label: "Nobody signed in" };

/** Whom a name or a part of one means: one of the people or nobody, or those among whom it leaves a choice. */
export function whoIsNamed(
  typed: string,
  people: readonly Choice[],
): { person: string } | { among: Choice[]; problem: string } {
  const [said, all] = [plain(typed), [...people, nobody]];
  const exact = all.filter(({ label }) => plain(label) === said);
  const among = exact.length > 0 ? exact : all.filter(({ label }) => plain(label).includes(said));
  return among.length === 1 ? { person: among[0]!.value } : { among, problem: problemOf(among.length) };
}

function problemOf(found: number): string {
  if (found === 0) return "Nobody’s name here has this in it. Check how it is spelt, or give a part of it.";
  if (found > mostPeople) return "Many people’s names have this in them. Give more of the name.";
  return "Several people’s names have this in them. Choose one of them.";
}

/** A name as it is compared: accents, capitals, kinds of apostrophe and spaces make no other of it. */
const plain = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLocaleLowerCase("en-GB");
