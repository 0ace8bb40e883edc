import { roleName } from "#components/people/role-name";
import { roles, teamRoles } from "#db/vocabulary";
import { type HeldRole, isTeamRole, roleField } from "#lib/rules/held-role";

const boxId = (held: HeldRole) => roleField(held).replaceAll(/[ .]/g, "-");

type Choosing = { teams: readonly { id: string; name: string }[]; held?: readonly HeldRole[] };

/** The roles that could be held, grouped as they are shown: those of each team, and those of the whole organisation. */
function groupsOf({ teams, held = [] }: Choosing) {
  const isHeld = (one: HeldRole) => held.some(({ role, teamId }) => role === one.role && teamId === one.teamId);
  const ofTeams = teamRoles.map((role) => ({
    legend: roleName(role),
    boxes: teams.map(({ id, name }) => ({ one: { role, teamId: id }, label: name })),
  }));
  const ofAll = roles
    .filter((role) => !isTeamRole(role))
    .map((role) => ({ one: { role, teamId: null }, label: roleName(role) }));
  return [...ofTeams, { legend: "For the whole organisation", boxes: ofAll }]
    .map(({ legend, boxes }) => ({ legend, boxes: boxes.filter(({ one }) => !isHeld(one)) }))
    .filter(({ boxes }) => boxes.length > 0);
}

/** The boxes by their fields' names, none of them ticked: what a form keeps is kept over that. */
export const noneTicked = (choosing: Choosing): Record<string, boolean> =>
  Object.fromEntries(groupsOf(choosing).flatMap(({ boxes }) => boxes.map(({ one }) => [roleField(one), false])));

/** A box for each role that could be held. What is held already is left out. */
export function RoleBoxes({
  ticked = {},
  error,
  ...choosing
}: Choosing & { ticked?: Record<string, string>; error: string | undefined }) {
  const groups = groupsOf(choosing);
  return (
    <fieldset id="roles" tabIndex={-1} className="mb-4" aria-describedby={error ? "roles-error" : undefined}>
      <legend className="mb-1 font-semibold">Roles</legend>
      {error && (
        <p id="roles-error" className="mb-1.5 text-sm font-semibold text-stop">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      {groups.map(({ legend, boxes }) => (
        <fieldset key={legend} className="mb-2">
          <legend className="text-soft">{legend}</legend>
          <div className="flex flex-wrap gap-x-5">
            {boxes.map(({ one, label }) => (
              <label key={roleField(one)} className="inline-flex min-h-9 items-center gap-2">
                <input
                  type="checkbox"
                  id={boxId(one)}
                  name={roleField(one)}
                  defaultChecked={ticked[roleField(one)] !== undefined}
                  className="size-5 shrink-0"
                />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
}
