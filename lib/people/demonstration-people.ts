import type { Role } from "#db/vocabulary";

/** Of the embedded database alone, which listens on this machine only. */
export const demonstrationPassword = "candour-demo";

export const demonstrationTeams = ["Assessment", "Participation", "Workforce"] as const;

type DemonstrationPerson = { email: string; name: string; role: Role; teams: (typeof demonstrationTeams)[number][] };

/** The people of the demonstration, named for their roles. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  { email: "lead.assessment@candour.test", name: "Assessment team lead", role: "team lead", teams: ["Assessment"] },
  {
    email: "lead.participation@candour.test",
    name: "Participation team lead",
    role: "team lead",
    teams: ["Participation"],
  },
  { email: "lead.workforce@candour.test", name: "Workforce team lead", role: "team lead", teams: ["Workforce"] },
  {
    email: "head@candour.test",
    name: "Head of service",
    role: "head of service",
    teams: ["Assessment", "Participation"],
  },
  {
    email: "head.workforce@candour.test",
    name: "Workforce head of service",
    role: "head of service",
    teams: ["Workforce"],
  },
  { email: "auditor@candour.test", name: "Auditor", role: "auditor", teams: [] },
  { email: "officer@candour.test", name: "Performance officer", role: "performance officer", teams: [] },
  { email: "reader@candour.test", name: "Reader", role: "reader", teams: [] },
];
