import { ask } from "#bench/ask";
import { fieldsOf } from "#bench/forms";
import type { Server } from "#bench/servers";
import { type Account, emailOf, password } from "#e2e/accounts";

const cookiesIn = (headers: string[] | undefined) => (headers ?? []).map((line) => line.split(";")[0] ?? "");

/** Signs an account of the demonstration in by the product's own page, as a browser without JavaScript does. Answers its cookie. */
export async function signIn({ url }: Server, account: Account): Promise<string> {
  const jar = new Map<string, string>();
  const go = async (to: string, body?: string) => {
    const headers = {
      cookie: [...jar].map((pair) => pair.join("=")).join("; "),
      ...(body !== undefined && { origin: url, "content-type": "application/x-www-form-urlencoded" }),
    };
    const answer = await ask(new URL(to, url).href, { method: body === undefined ? "GET" : "POST", headers, body });
    for (const cookie of cookiesIn(answer.headers["set-cookie"])) {
      const [name = "", ...value] = cookie.split("=");
      jar.set(name, value.join("="));
    }
    return answer;
  };
  let page = await go("/sign-in");
  while (page.headers.location) page = await go(page.headers.location);
  const form = fieldsOf(page.body, "csrfToken", "password");
  await go(
    "/api/auth/callback/credentials",
    new URLSearchParams({ ...form, email: emailOf(account), password }).toString(),
  );
  const session = [...jar].find(([name]) => name.endsWith("-session"));
  if (!session) throw new Error(`${account} could not sign in`);
  return session.join("=");
}
