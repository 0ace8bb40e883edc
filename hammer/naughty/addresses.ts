import { ask } from "#bench/ask";
import { bytesOf } from "#bench/form-body";
import { expected } from "#hammer/expected";
import { atOnce, look, type Naughty } from "#hammer/naughty/look";
import { type Route, routes } from "#hammer/routes";

/** Every byte spelt out, so that nothing in it is taken for a part of the address. */
const spelt = (text: string) => [...bytesOf(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");

/** Every part of a route's address that may be anything, and every name it asks for, as where a text goes. */
function placesIn(
  name: string,
  { asks = [] }: Route,
  address: string,
): [where: string, with_: (text: string) => string][] {
  const [path = "", search = ""] = address.split("?");
  const parts = path.split("/");
  const inPath = name
    .split("/")
    .flatMap((part, index): [string, (text: string) => string][] =>
      part.startsWith("[")
        ? [[`${part} of ${name}`, (text) => parts.map((each, at) => (at === index ? spelt(text) : each)).join("/")]]
        : [],
    );
  const inSearch = asks.map((asked): [string, (text: string) => string] => [
    `${asked} of ${name}`,
    (text) => `${path}?${search && !search.startsWith(`${asked}=`) ? `${search}&` : ""}${asked}=${spelt(text)}`,
  ]);
  return [...inPath, ...inSearch];
}

export async function naughtyAddresses(naughty: Naughty): Promise<void> {
  const { yard, place, words } = naughty;
  for (const [name, route] of Object.entries(routes)) {
    const asker = yard.askers.find((each) => each.isLive && expected(each, route) === "let in");
    const headers = asker?.cookie && route.verb !== "anybody" ? { cookie: asker.cookie } : {};
    for (const [where, addressWith] of placesIn(name, route, route.address(place))) {
      await atOnce(naughty, words, async (text) => {
        look(naughty, await ask(yard.url + addressWith(text), { headers }), where, text);
      });
    }
  }
}
