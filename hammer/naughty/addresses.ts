import { ask } from "#bench/ask";
import { spelt } from "#bench/form-body";
import { expected } from "#hammer/expected";
import type { Attempt, Naughty } from "#hammer/naughty/look";
import { type Route, routes } from "#hammer/routes";

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

/** Every text in every one of those places, asked for by somebody who may. */
export const attemptsAtAddresses = ({ yard, place, words }: Naughty): Attempt[] =>
  Object.entries(routes).flatMap(([name, route]) => {
    const asker = yard.askers.find((each) => each.isLive && expected(each, route) === "let in");
    const headers = asker?.cookie && route.verb !== "anybody" ? { cookie: asker.cookie } : {};
    return placesIn(name, route, route.address(place)).flatMap(([where, addressWith]) =>
      words.map((text) => ({ where, text, send: () => ask(yard.url + addressWith(text), { headers }) })),
    );
  });
