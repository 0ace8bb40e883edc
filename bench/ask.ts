import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string; bytes: number };
export type Sent = {
  method?: "GET" | "POST";
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
  isApart?: boolean;
};

const kept = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request on a connection that is kept, or apart on one of its own, its answer whole and as it is sent to who takes no compression. */
export function ask(url: string, sent: Sent = {}): Promise<Answer> {
  const { method = "GET", headers = {}, body, isApart } = sent;
  const agent = isApart ? false : kept;
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const whole = Buffer.concat(parts);
        const status = answer.statusCode ?? 0;
        resolve({ status, headers: answer.headers, body: whole.toString(), bytes: whole.length });
      });
    });
    // A kept connection may have been closed at the very moment.
    asked.on("error", (error) => (asked.reusedSocket ? resolve(ask(url, sent)) : reject(error)));
    asked.end(body);
  });
}

/** A page as somebody signed in reads it. */
export async function read(url: string, cookie?: string): Promise<Answer> {
  const answer = await ask(url, { headers: cookie ? { cookie } : {} });
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return answer;
}
