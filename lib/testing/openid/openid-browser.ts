import { NextRequest } from "next/server";
import { answerOpenId } from "#lib/sign-in/openid/answer";
import { beginOpenId } from "#lib/sign-in/openid/begin";

const own = "http://localhost:3000";

/** A browser that keeps its cookies, ours and the issuer's, and follows where it is led. */
export function openBrowser() {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (address: string) => {
    const { host } = new URL(address);
    return jars.get(host) ?? jars.set(host, new Map()).get(host)!;
  };
  const cookieFor = (address: string) => [...jarOf(address)].map(([name, value]) => `${name}=${value}`).join("; ");
  function keep(address: string, { headers }: Response) {
    for (const cookie of headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "") jarOf(address).delete(name);
      else jarOf(address).set(name, value);
    }
  }

  async function ask(route: (request: NextRequest) => Promise<Response>, path: string, headers = {}) {
    const request = new NextRequest(own + path, { headers: { cookie: cookieFor(own), ...headers } });
    const answer = await route(request);
    keep(own, answer);
    return answer;
  }

  const jar = jarOf(own);
  const begin = async (search = "", headers = {}) => ask(beginOpenId, `/sign-in/with/openid${search}`, headers);
  const comeBack = async (search: string) => ask(answerOpenId, `/sign-in/with/openid/callback${search}`);

  /** From the issuer's first page to where it leads back, as somebody. Answers the search of our callback. */
  async function showTheIssuer(first: string, subject: string): Promise<string> {
    let address = first;
    for (let n = 0; n < 10 && !address.startsWith(own); n++) {
      const asked = address.includes("/interaction/") ? `${address}?subject=${subject}` : address;
      const answer = await fetch(asked, { redirect: "manual", headers: { cookie: cookieFor(asked) } });
      keep(asked, answer);
      const next = answer.headers.get("location");
      if (!next) throw new Error(`The issuer leads nowhere: ${answer.status} ${await answer.text()}`);
      address = new URL(next, asked).href;
    }
    return new URL(address).search;
  }

  /** All of it. Answers where our callback leads. */
  async function signInAs(subject: string, search = ""): Promise<string | null> {
    const begun = (await begin(search)).headers.get("location")!;
    if (!begun.startsWith("http")) return begun;
    return (await comeBack(await showTheIssuer(begun, subject))).headers.get("location");
  }

  return { jar, begin, comeBack, showTheIssuer, signInAs };
}
