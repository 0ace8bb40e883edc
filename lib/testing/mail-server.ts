import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** A mail as a server got it: to whom by the envelope, with its headings, and what it says. */
export type ReceivedMail = { to: string[]; raw: string; headings: Map<string, string>; words: string };

/** A mail server in this process, which keeps what it is given; `refused` are the addresses that it does not know. */
export async function startMailServer(port = 0) {
  const received: ReceivedMail[] = [];
  const refused = new Set<string>();
  const keep = async (stream: Readable, to: string[]) => {
    received.push(readMail(await text(stream), to));
  };
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: ({ address }, _session, answer) =>
      answer(refused.has(address) ? Object.assign(new Error(`Who is ${address}?`), { responseCode: 550 }) : undefined),
    onData: (stream, { envelope }, answer) => {
      void keep(
        stream,
        envelope.rcptTo.map(({ address }) => address),
      ).then(() => answer(), answer);
    },
  });
  server.on("error", () => undefined);
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const at = (server.server.address() as AddressInfo).port;
  const stop = () => new Promise<void>((done) => server.close(() => done()));
  return { url: `smtp://127.0.0.1:${at}`, port: at, received, refused, stop };
}

function readMail(raw: string, to: string[]): ReceivedMail {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const lines = head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
  const headings = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)]),
  );
  const body = rest.join("\r\n\r\n");
  const isQuoted = headings.get("content-transfer-encoding") === "quoted-printable";
  return { to, raw, headings, words: (isQuoted ? unquoted(body) : body).replaceAll("\r\n", "\n") };
}

const unquoted = (body: string): string =>
  decodeURIComponent(
    body
      .replaceAll("=\r\n", "")
      .replaceAll("%", "%25")
      .replaceAll(/=([0-9A-F]{2})/g, "%$1"),
  );

/** The one link in a mail. */
export const linkIn = ({ words }: ReceivedMail): string =>
  /^http\S+\/(?:invitation|new-password)\/\S+$/m.exec(words)?.[0] ?? "";
