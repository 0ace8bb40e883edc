/** What this installation signs and encrypts its cookies with. */
export function secret(): string {
  const set = process.env.NEXTAUTH_SECRET;
  if (!set) throw new Error("NEXTAUTH_SECRET is not set.");
  return set;
}
