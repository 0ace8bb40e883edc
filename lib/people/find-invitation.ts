import { signInPool } from "#db/client";

export type FoundInvitation = {
  name: string;
  email: string;
  personId: string;
  hasPassword: boolean;
  state: "open" | "accepted" | "expired";
};

/** Whom an invitation's link is for and how it stands; null when there is no such link. */
export async function findInvitation(token: string): Promise<FoundInvitation | null> {
  const { rows } = await signInPool().query("select access.find_invitation($1) as found", [token]);
  return rows[0].found;
}
