const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
// Of the printable signs of ASCII alone: the Kelvin sign would be a "k" once it is made small.
const address = /^[!#-;=?A-~]{1,64}@([!#-;=?A-~]{1,189})$/;

/** A domain as it is kept, from one that was typed, with or without its "@"; null for what is none. Letters beyond ASCII stand in it as "xn--". */
export function readDomain(typed: string): string | null {
  const text = typed.trim().replace(/^@/, "");
  const small = /^[!-~]{1,253}$/.test(text) ? text.toLowerCase() : "";
  return domain.test(small) ? small : null;
}

/** An e-mail address as it is kept, and its domain; null for what is none, and for one that is not in ASCII. */
export function readAddress(text: string): { email: string; domain: string } | null {
  const [email, of] = address.exec(text) ?? [];
  return email && of ? { email: email.toLowerCase(), domain: of.toLowerCase() } : null;
}
