import http from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { answerUnread, readFirst } from "#scripts/answer-unread";

process.env.NEXTAUTH_URL ??= "http://localhost:3000";

test("a form that could not be read is 400 to whoever sent it, and in what is logged", async () => {
  let logged: number | undefined;
  const server = http.createServer((request, response) => {
    answerUnread(request, response, { id: "an-id", readFirst: readFirst(request), isRead: false, personId: null });
    response.once("close", () => {
      logged = response.statusCode;
    });
    response.statusCode = 500;
    response.end("Internal Server Error");
    response.statusCode = 500;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", headers, body: "garbage" });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("Candour cannot read what was sent.");
  await new Promise((resolve) => server.close(resolve));
  expect(logged).toBe(400);
});
