import { expect, test } from "vitest";
import { bytesOf, formBody, spelt } from "#bench/form-body";

test("half a character is sent as the bytes that a careless program sends, and the rest as UTF-8", () => {
  expect(bytesOf("é\ud800x").toString("hex")).toBe("c3a9eda08078");
  expect(spelt("a/é")).toBe("%61%2f%c3%a9");
});

test("a form's parts are read back as they were given", async () => {
  const { type, body } = formBody([["words", "one\r\ntwo — é"]]);
  const read = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  expect(Object.fromEntries(read.entries())).toEqual({ words: "one\r\ntwo — é" });
});
