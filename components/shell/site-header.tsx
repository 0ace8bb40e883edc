import { NavLink } from "#components/shell/nav-link";
import { SignOutForm } from "#components/shell/sign-out-form";
import { WaitingNumber } from "#components/shell/waiting";
import { TextLink } from "#components/ui/text-link";
import type { Role } from "#db/vocabulary";
import { fixedPaths } from "#lib/paths/fixed-paths";

type Place = { label: string; href: string; for: (roles: readonly Role[], isDeputy: boolean) => boolean };

const everyone = () => true;
const holding =
  (...wanted: Role[]) =>
  (roles: readonly Role[]) =>
    roles.some((role) => wanted.includes(role));

const places: readonly Place[] = [
  { label: "Home", href: fixedPaths.home(), for: everyone },
  { label: "Scorecards", href: fixedPaths.scorecards(), for: everyone },
  { label: "Returns", href: fixedPaths.returns(), for: holding("team lead") },
  {
    label: "Approvals",
    href: fixedPaths.approvals(),
    for: (roles, isDeputy) => isDeputy || roles.includes("head of service"),
  },
  { label: "Months", href: fixedPaths.months(), for: holding("performance officer") },
  {
    label: "History",
    href: fixedPaths.history(),
    for: holding("team lead", "head of service", "auditor", "performance officer"),
  },
  { label: "Imports", href: fixedPaths.imports(), for: holding("performance officer") },
  { label: "People", href: fixedPaths.people(), for: holding("performance officer") },
  { label: "Notices", href: fixedPaths.notices(), for: everyone },
];

/** The places that a number stands beside, and of what. */
const counted: Readonly<Record<string, "waiting" | "new">> = {
  [fixedPaths.approvals()]: "waiting",
  [fixedPaths.notices()]: "new",
};

/** Where a person can go and who they are. It only points: each page asks its own permission. */
export function SiteHeader({
  person,
  roles,
  teams,
  deputyOf = [],
  signOut,
}: {
  person: string;
  roles: readonly Role[];
  teams: readonly string[];
  /** For whom they stand in today. */
  deputyOf?: readonly string[];
  signOut?: (form: FormData) => void | Promise<void>;
}) {
  const capacity = [roles.join(", "), teams.join(", "), deputyOf.length > 0 && `deputy of ${deputyOf.join(", ")}`]
    .filter(Boolean)
    .join(" · ");
  return (
    <header className="border-b border-line print:hidden">
      <div className="mx-auto flex max-w-[100rem] flex-wrap items-center gap-x-6 px-4 sm:px-7">
        <a href={fixedPaths.home()} className="py-2 text-lg font-bold tracking-tight text-accent no-underline">
          Candour
        </a>
        <nav
          aria-label="Main"
          className="order-last -mx-2.5 min-w-0 basis-full lg:order-none lg:mx-0 lg:flex-1 lg:basis-0"
        >
          <ul className="flex flex-wrap">
            {places
              .filter((place) => place.for(roles, deputyOf.length > 0))
              .map(({ label, href }) => (
                <li key={href}>
                  <NavLink href={href}>
                    {label}
                    {counted[href] && (
                      <>
                        <span className="sr-only"> </span>
                        <WaitingNumber of={counted[href]} />
                      </>
                    )}
                  </NavLink>
                </li>
              ))}
          </ul>
        </nav>
        <div className="ml-auto flex min-w-0 items-center justify-end gap-x-3 py-1.5 text-sm max-sm:flex-col max-sm:items-end">
          <p className="min-w-0 text-right leading-tight">
            <TextLink href={fixedPaths.account()} className="inline-block min-w-6 leading-6">
              {person}
            </TextLink>
            {capacity && <span className="hidden text-soft sm:block">{capacity}</span>}
          </p>
          {signOut && <SignOutForm signOut={signOut} />}
        </div>
      </div>
    </header>
  );
}
