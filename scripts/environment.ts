import { join, resolve } from "node:path";
import type { SessionLife } from "#db/set-session-life";
import { SetUpError } from "#db/set-up-error";
import { type OpenIdSettings, openIdSettings } from "#lib/access/openid-settings";
import { readLevel } from "#scripts/log";
import { type MailSettings, readMailSettings } from "#scripts/read-mail-settings";

/** What a person may set; `docs/operating.md` explains each. `npm start` makes `WebEnvironment` of it. */
export type Settings = {
  /** CANDOUR_DATA: secrets, and the embedded database. Default `.candour`. */
  dataFolder: string;
  /** PORT: default 3000. */
  port: number;
  /** HOST: on which addresses to listen. Default 127.0.0.1, with DATABASE_URL 0.0.0.0. */
  host: string;
  /** CANDOUR_URL: where people reach it. Default http://localhost:PORT. */
  publicUrl: string;
  /** DATABASE_URL, DATABASE_APP_URL, DATABASE_SIGN_IN_URL: another PostgreSQL than the embedded one, by its three roles. */
  database: { owner: string; app: string | undefined; signIn: string | undefined } | null;
  /** CANDOUR_SESSION_IDLE_HOURS, CANDOUR_SESSION_HOURS: default 8 hours unused, and 12 altogether. */
  sessions: SessionLife;
  /** METRICS_PORT, METRICS_HOST: where Prometheus reads; no port, no metrics. Default host 127.0.0.1. */
  metrics: { port: number; host: string } | null;
  /** CANDOUR_OPENID_ISSUER, _CLIENT_ID, _CLIENT_SECRET, _BUTTON: by whom people sign in beside their passwords; default nobody. */
  openId: OpenIdSettings | null;
  /** CANDOUR_WORKER: whether the web does the worker's part too; `off` where `npm run worker` does it alone. */
  works: boolean;
  /** CANDOUR_SECOND_WEB: whether the web has a second process while it is busy, where there are two cores; `off` where one is to serve alone. */
  hasSecondWeb: boolean;
  /** CANDOUR_PRACTICE: whether the demonstration has the practice scorecard; `off` where it is not wanted. */
  hasPractice: boolean;
  /** CANDOUR_SMTP_URL, CANDOUR_MAIL_FROM: by which server mail is sent and as whom; none, no mail. */
  mail: MailSettings | null;
};

/** All that the web application finds in its environment; the owner's address is kept from it. */
export type WebEnvironment = {
  /** The pool of every page and verb: role candour_app. */
  DATABASE_APP_URL: string;
  /** The pool of sign-in alone, which reads password hashes: role candour_signin. */
  DATABASE_SIGN_IN_URL: string;
  /** Ends the names of our cookies, because cookies ignore ports: two copies on one host would sign each other out. */
  CANDOUR_COOKIE_SUFFIX: string;
  /** The public address, fixed at start: next-auth's, and the one Origin that a form may come from. */
  NEXTAUTH_URL: string;
  /** "yes" on the embedded database: the sign-in page then lists the demonstration's accounts. */
  CANDOUR_DEMONSTRATION: "yes" | "";
  NEXTAUTH_SECRET: string;
};

export function readSettings(root: string, env: NodeJS.ProcessEnv): Settings {
  const owner = env.DATABASE_URL || undefined;
  const port = readPort("PORT", env.PORT || "3000");
  readLevel(env.LOG_LEVEL);
  return {
    dataFolder: resolve(env.CANDOUR_DATA || join(root, ".candour")),
    port,
    host: env.HOST || (owner ? "0.0.0.0" : "127.0.0.1"),
    publicUrl: readPublicUrl(env.CANDOUR_URL || `http://localhost:${port}`),
    database: owner
      ? { owner, app: env.DATABASE_APP_URL || undefined, signIn: env.DATABASE_SIGN_IN_URL || undefined }
      : null,
    sessions: readSessions(env),
    metrics: env.METRICS_PORT ? readMetrics(env.METRICS_PORT, port, env.METRICS_HOST) : null,
    openId: readOpenId(env),
    works: readSwitch("CANDOUR_WORKER", env.CANDOUR_WORKER, "off where npm run worker does its part"),
    hasSecondWeb: readSwitch("CANDOUR_SECOND_WEB", env.CANDOUR_SECOND_WEB, "off where one process is to serve alone"),
    hasPractice: readSwitch("CANDOUR_PRACTICE", env.CANDOUR_PRACTICE, "off where no practice scorecard is wanted"),
    mail: readMailSettings(env),
  };
}

function readSessions(env: NodeJS.ProcessEnv): SessionLife {
  const [idleHours, longestHours] = [
    readHours("CANDOUR_SESSION_IDLE_HOURS", 8),
    readHours("CANDOUR_SESSION_HOURS", 12),
  ];
  if (idleHours <= longestHours) return { idleHours, longestHours };
  throw new SetUpError(
    `CANDOUR_SESSION_IDLE_HOURS is ${idleHours} and CANDOUR_SESSION_HOURS ${longestHours}: no session is unused for longer than it lasts.`,
  );

  function readHours(name: string, otherwise: number): number {
    const hours = Number(env[name] || otherwise);
    if (Number.isInteger(hours) && hours >= 1 && hours <= 24) return hours;
    throw new SetUpError(`${name} is "${env[name]}". It is a whole number of hours from 1 to 24.`);
  }
}

function readOpenId(env: NodeJS.ProcessEnv): OpenIdSettings | null {
  try {
    return openIdSettings(env);
  } catch (error) {
    throw new SetUpError((error as Error).message);
  }
}

function readSwitch(name: string, text: string | undefined, off: string): boolean {
  if (!text || text === "on" || text === "off") return text !== "off";
  throw new SetUpError(`${name} is "${text}". It is on, or ${off}.`);
}

function readMetrics(text: string, webPort: number, host = ""): Settings["metrics"] {
  const port = readPort("METRICS_PORT", text);
  if (port !== webPort) return { port, host: host || "127.0.0.1" };
  throw new SetUpError(`METRICS_PORT is ${port}, as PORT is: people would read what only the operator should.`);
}

function readPort(name: string, text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new SetUpError(`${name} is "${text}". A port is a whole number from 1 to 65535.`);
}

function readPublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && ["http:", "https:"].includes(url.protocol)) return url.origin;
  throw new SetUpError(
    `CANDOUR_URL is "${text}". It is the address people type, such as https://candour.example.gov.uk.`,
  );
}
