import { expect, test } from "vitest";
import { chosenRows } from "#lib/rules/chosen-rows";

test("of several comments in one form, each that was chosen is sent with its own fields, and no other", () => {
  const [one, other] = ["0d0f3bb0a001", "0d0f3bb0a002"];
  expect(
    chosenRows([
      [`${one}.revision`, "1"],
      [`${one}.seen`, "3"],
      [`${other}.chosen`, "on"],
      [`${other}.revision`, "2"],
      [`${other}.figure`, ""],
      ["request", "x"],
      [`${other}.file`, {}],
    ]),
  ).toEqual([{ revision: "2", figure: "" }]);
});
