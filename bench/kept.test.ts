import { expect, test } from "vitest";
import { readKept, withKept } from "#bench/kept";

const before = "# Benchmarks\n\n## Kept\n";
const table = (ratio: string) => `|      | ratio |\n| ---- | ----- |\n| save | ${ratio}  |`;

test("what is kept is read again, and takes the place of what was kept of its group alone", () => {
  const kept = withKept(withKept(before, "save", table("0.2")), "pages", table("0.5"));
  const again = withKept(kept, "save", table("0.6"));
  expect(readKept(again, "save").get("save")?.get("ratio")).toBe("0.6");
  expect(readKept(again, "pages").get("save")?.get("ratio")).toBe("0.5");
  expect(again.match(/^### \w+$/gm)).toEqual(["### save", "### pages"]);
  expect(again.startsWith(before)).toBe(true);
});

test("of a group that was never kept there is nothing to compare with", () => {
  expect(readKept(before, "save").size).toBe(0);
});
