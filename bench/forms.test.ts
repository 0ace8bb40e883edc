import { expect, test } from "vitest";
import { fieldsOf, formsIn } from "#bench/forms";

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

test("every form is read with how it is sent, where to, and what its choices and buttons send", () => {
  const sent = `<form action="/history"><select name="outcome"><option value="">All</option><option value="done" selected="">Done</option></select></form>
    <form action="" method="POST"><input name="$ACTION_1:0" value="{&quot;id&quot;:1}"/><button name="as" value="draft">Save</button></form>`;
  expect(formsIn(sent)).toEqual([
    { method: "GET", action: "/history", fields: { outcome: "done" } },
    { method: "POST", action: "", fields: { "$ACTION_1:0": '{"id":1}', as: "draft" } },
  ]);
});
