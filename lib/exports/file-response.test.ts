import { expect, test } from "vitest";
import { fileResponse } from "#lib/exports/file-response";

async function* content() {
  yield "ref,words\r\n";
  yield "2.3,Grüße\r\n";
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

test("CSV begins with the mark by which a spreadsheet reads it as UTF-8", async () => {
  const response = fileResponse("one", "csv", content());
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="one.csv"');
  const bytes = await bytesOf(response);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.subarray(3).toString()).toBe("ref,words\r\n2.3,Grüße\r\n");
});

test("a workbook has no such mark, and a HEAD no content", async () => {
  expect((await bytesOf(fileResponse("one", "xlsx", content())))[0]).toBe("r".charCodeAt(0));
  expect(await bytesOf(fileResponse("one", "csv", null))).toHaveLength(0);
});
