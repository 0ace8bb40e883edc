import type { Role } from "#db/vocabulary";
import { parseBlock } from "#lib/actions/parse-block";
import { Refusal } from "#lib/audit/refusal";
import { type KnownTeam, readHeld, readRole } from "#lib/people/read-role";
import { readEmail } from "#lib/people/write-invitation";
import type { HeldDays } from "#lib/rules/held-days";
import { type HeldRole, isTeamRole, roleField } from "#lib/rules/held-role";
import { typedWords } from "#lib/rules/typed-words";

/** Somebody as they stand in a block, from one row or several; `problem` says why they cannot be invited so. */
export type ReadPerson = { email: string; name: string; roles: HeldRole[]; problem: string | null } & Partial<HeldDays>;

const listed = (cell: string) =>
  cell
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

const isHeader = (row: readonly string[]) => row.some((cell) => /^e-?mail/i.test(cell)) && !row.join().includes("@");

/** Name, role and team in this order round the e-mail address, which is found by its sign; a row of headings is none of anybody. */
export function readInvited(block: string, teams: readonly KnownTeam[]): ReadPerson[] {
  const rows = parseBlock(block)
    .map((row) => row.map((cell) => typedWords(cell)))
    .filter((row) => row.some((cell) => cell !== ""))
    .filter((row, index) => index > 0 || !isHeader(row));
  const people = Map.groupBy(
    rows.map((row) => readRow(row, teams)),
    ({ email, problem }) => (problem ? Symbol("of its own") : email),
  );
  return [...people.values()].map((same) => ({
    email: same[0]!.email,
    name: same.find(({ name }) => name !== "")?.name ?? "",
    roles: distinct(same.flatMap(({ roles }) => roles)),
    problem: same[0]!.problem,
  }));
}

const distinct = (roles: readonly HeldRole[]): HeldRole[] => [
  ...new Map(roles.map((held) => [roleField(held), held])).values(),
];

function readRow(row: readonly string[], teams: readonly KnownTeam[]): ReadPerson {
  const at = row.findIndex((cell) => cell.includes("@"));
  const [name = "", roles = "", named = ""] = row.filter((_, index) => index !== at);
  const email = row[at] ?? "";
  try {
    if (at === -1) throw new Refusal("INVALID", "There is no e-mail address in this row.");
    return { email: readEmail(email), name, roles: readRoles(roles, named, teams), problem: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { email, name, roles: [], problem: error.message };
  }
}

/** Each role of a team for each of the teams. Throws INVALID, NOT_FOUND. */
function readRoles(roles: string, named: string, teams: readonly KnownTeam[]): HeldRole[] {
  const all: Role[] = listed(roles).map(readRole);
  if (all.length === 0) throw new Refusal("INVALID", "There is no role in this row.");
  const ofTeams = listed(named);
  const isForTeams = all.some(isTeamRole);
  return all.flatMap((role) => {
    const wanted = isTeamRole(role) || !isForTeams ? ofTeams : [];
    return (wanted.length > 0 ? wanted : [undefined]).map((one) => readHeld(teams, role, one, "beside it"));
  });
}

const mostAtOnce = 200;

/** Throws INVALID on the field `block` where there are more than are invited while somebody waits, or nobody. */
export function requireAFew(people: readonly ReadPerson[]): void {
  if (people.length > 0 && people.length <= mostAtOnce) return;
  const message =
    people.length === 0
      ? "There is nobody in this block: copy the rows with the people in them."
      : `These are ${people.length} people, and at most ${mostAtOnce} are invited at once. Paste them in parts.`;
  throw new Refusal("INVALID", message, { fields: { block: message } });
}
