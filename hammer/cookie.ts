import { encode } from "next-auth/jwt";
import { keptSecret } from "#db/embedded/kept-secret";

/** The cookie that carries a session's token, sealed as the sign-in of this installation seals it. */
export async function cookieOf(dataFolder: string, token: string): Promise<string> {
  const secret = keptSecret(dataFolder, "sessions", 32);
  const sealed = await encode({ token: { token }, secret, maxAge: 12 * 60 * 60 });
  return `candour-${keptSecret(dataFolder, "installation", 4)}-session=${sealed}`;
}
