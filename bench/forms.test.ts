import { expect, test } from "vitest";
import { fieldsOf } from "#bench/forms";

const html = `<form action="/out"><input type="hidden" name="revision" value="1"/></form>
<form><input name="revision" value="a &amp; b"/><input type="hidden" value="2" name="seen"/><textarea name="body" rows="9">It&#x27;s
so</textarea></form>`;

test("the first form with all the fields asked for is read, with what it holds as plain text", () => {
  expect(fieldsOf(html, "revision")).toEqual({ revision: "1" });
  expect(fieldsOf(html, "revision", "body")).toEqual({ revision: "a & b", seen: "2", body: "It's\nso" });
});

test("a page without such a form is said so", () => {
  expect(() => fieldsOf(html, "grade")).toThrow("no form with the fields grade");
});
