import { SetUpError } from "#db/set-up-error";

/** By which server mail is sent, and as whom. */
export type MailSettings = {
  server: {
    host: string;
    port: number;
    /** TLS from the beginning; else as soon as the server offers it. */
    secure: boolean;
    requireTLS: boolean;
    auth?: { user: string; pass: string };
  };
  from: { name: string; address: string };
};

const help = {
  CANDOUR_SMTP_URL: "It is the mail server's address, such as smtps://user:password@mail.example.gov.uk.",
  CANDOUR_MAIL_FROM: "It is the address that mail comes from, such as Candour <candour@example.gov.uk>.",
};

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Null where no mail is to be sent. Throws a SetUpError that does not repeat what was set, which may hold a password. */
export function readMailSettings(env: NodeJS.ProcessEnv): MailSettings | null {
  const { CANDOUR_SMTP_URL: url, CANDOUR_MAIL_FROM: from } = env;
  if (!url && !from) return null;
  if (!url || !from) throw new SetUpError("Give both CANDOUR_SMTP_URL and CANDOUR_MAIL_FROM, or neither.");
  return { server: readServer(url), from: readFrom(from) };
}

const refuse = (name: keyof typeof help): never => {
  throw new SetUpError(`${name} cannot be read. ${help[name]}`);
};

function readServer(text: string): MailSettings["server"] {
  const url = URL.parse(text);
  if (!url || !["smtp:", "smtps:"].includes(url.protocol) || !url.hostname || url.search || url.hash)
    return refuse("CANDOUR_SMTP_URL");
  const secure = url.protocol === "smtps:";
  const auth = readAuth(url);
  return {
    host: url.hostname.replaceAll(/[[\]]/g, ""),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    // A password goes over no wire that others read.
    requireTLS: !secure && auth !== undefined && !loopback.has(url.hostname),
    ...(auth && { auth }),
  };
}

function readAuth({ username, password }: URL): { user: string; pass: string } | undefined {
  if (!username && !password) return undefined;
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  } catch {
    return refuse("CANDOUR_SMTP_URL");
  }
}

function readFrom(text: string): MailSettings["from"] {
  const [, named, bracketed, bare] =
    /^(?:"?([^"<>\p{Cc}]*?)"?\s*<([^\s<>",;]+)>|([^\s<>",;]+))$/u.exec(text.trim()) ?? [];
  const address = bracketed ?? bare ?? "";
  return isAddress(address) ? { name: named?.trim() ?? "", address } : refuse("CANDOUR_MAIL_FROM");
}

/** One address, and nothing that a mail server could read as several or as more. */
export const isAddress = (text: string): boolean =>
  /^[^\s@"<>,;:()[\]\\\p{Cc}]+@[^\s@"<>,;:()[\]\\\p{Cc}]+$/u.test(text);
