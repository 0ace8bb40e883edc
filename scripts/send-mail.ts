import { Client } from "pg";
import type { TakenMail } from "#scripts/deliver";
import type { MailSettings } from "#scripts/read-mail-settings";
import { writeHeads } from "#scripts/write-heads";

const patience = { connectionTimeoutMillis: 5_000, statement_timeout: 15_000, query_timeout: 20_000 };

const aMinute = 60_000;

/**
 * Sends what waits, every few seconds, on a connection of its own as the sign-in role, which alone may read it. Any number of
 * processes may: each mail is taken by one. Without a server what waits for too long is forgotten all the same. What keeps
 * all mail from being sent is said once, until it works again. Answers how to stop.
 */
export function sendMail(signInUrl: string, settings: MailSettings | null, every = 5_000): () => Promise<void> {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let said = "";
  let headsAt = 0;

  async function connect(): Promise<Client> {
    const made = new Client({ connectionString: signInUrl, ...patience });
    made.on("error", () => undefined);
    await made.connect();
    return made;
  }

  function say(message: string): void {
    if (message && said !== message && !isStopped) console.error(`No mail is sent until this is over: ${message}`);
    said = message;
  }

  async function turn(): Promise<void> {
    try {
      client ??= await connect();
      if (settings && Date.now() >= headsAt) {
        await writeHeads(client);
        headsAt = Date.now() + Math.min(aMinute, every * 12);
      }
      if (settings) await sendAll(client, settings);
      else await client.query("select post.sweep()");
    } catch (error) {
      say((error as Error).message);
      await client?.end().catch(() => undefined);
      client = null;
    }
    if (!isStopped) timer = setTimeout(again, settings ? every : aMinute);
  }

  /** Until nothing waits, or the server takes nothing: then the others wait with the one that was tried. */
  async function sendAll(on: Client, by: MailSettings): Promise<void> {
    for (;;) {
      const [mail] = isStopped ? [] : (await on.query<TakenMail>("select * from post.take()")).rows;
      if (!mail) return;
      // Loaded with the first that is sent.
      const done = await (await import("#scripts/deliver")).deliver(by, mail);
      if (done === "sent") {
        await on.query("select post.sent($1)", [mail.id]);
        say("");
        continue;
      }
      await on.query("select post.failed($1, $2, $3)", [mail.id, done.why, done.forGood]);
      if (!done.isServers) continue;
      say(done.message);
      return;
    }
  }

  const again = () => {
    turning = turn();
  };
  let turning = turn();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await turning;
    await client?.end();
  };
}
