import { type Answer, ask } from "#bench/ask";

type Headers = Record<string, string>;

/** As a browser opens a page, and as a page's script fetches another one, or beforehand where it would lead. */
const ways = { opened: {}, fetched: { rsc: "1" }, foretold: { rsc: "1", "next-router-prefetch": "1" } };

/** What somebody is answered at an address, by every way to ask for it. What is foretold says nothing of who may. */
export async function fetched(address: string, cookie: string | undefined): Promise<Record<keyof typeof ways, Answer>> {
  const by = async (way: Headers) => {
    const headers = { ...way, ...(cookie && { cookie }) };
    const answer = await ask(address, { headers });
    // A script's address says what is fetched.
    const next = answer.headers.location;
    return way.rsc && next?.includes("_rsc") ? ask(new URL(next, address).href, { headers }) : answer;
  };
  const [opened, fetched, foretold] = await Promise.all(Object.values(ways).map(by));
  return { opened: opened!, fetched: fetched!, foretold: foretold! };
}
