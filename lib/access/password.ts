import { hash, verify } from "@node-rs/argon2";

// OWASP's first recommendation for argon2id, which is the library's algorithm unless told otherwise.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// One keyboard writes é as one character, another as two.
const asOne = (password: string) => password.normalize("NFC");

export const hashPassword = (password: string): Promise<string> => hash(asOne(password), cost);

let nobodys: Promise<string> | undefined;

/** Whether this is the password of a hash. Without a hash it takes as long, so that nobody can time who exists. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobodys ??= hashPassword("the password of nobody");
  const matches = await verify(passwordHash ?? (await nobodys), asOne(password));
  return passwordHash !== null && matches;
}
