import { expect, test } from "vitest";
import { readAddress } from "#scripts/read-address";

test("an address that spells no text leads to no page; any other is left as it is", () => {
  const read = (url: string) => {
    const request = { url };
    readAddress(request);
    return request.url;
  };
  for (const url of ["/invitation/%E0%A4%A", "/scorecards/a/indicators/%ED%A0%80?x=1", "/%"]) {
    expect(read(url), url).toBe("/no-such-address");
  }
  for (const url of ["/", "/history?indicator=%E0%A4%A", "/scorecards/caf%C3%A9/indicators/2.1"]) {
    expect(read(url), url).toBe(url);
  }
});
