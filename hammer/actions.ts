import { readFileSync } from "node:fs";
import { sendAction } from "#bench/action";
import type { Answer } from "#bench/ask";
import type { Yard } from "#hammer/yard";

type Built = { exportedName: string; workers: Record<string, unknown> };

const manifest = ".next/standalone/.next/server/server-reference-manifest.json";
let kept: Map<string, string> | undefined;

/** The id by which a page's script calls each server action of the build. */
export function actionIds(): Map<string, string> {
  if (kept) return kept;
  const { node } = JSON.parse(readFileSync(manifest, "utf8")) as { node: Record<string, Built> };
  kept = new Map(Object.entries(node).map(([id, { exportedName }]) => [exportedName, id]));
  return kept;
}

export type Fields = Record<string, string>;
export type Act = { action: string; fields: Fields; from: string };

/** What an action said: it was done, or refused by this code. */
export type Said = {
  status: number;
  isDone: boolean;
  code: string | null;
  message: string | null;
  next: string | null;
};

export function saidIn({ status, headers, body }: Answer): Said {
  const redirect = headers["x-action-redirect"] ?? headers.location;
  const next = redirect === undefined ? null : String(redirect).split(";")[0]!;
  return {
    status,
    isDone: status < 400 && (next !== null || /"ok":true/.test(body)),
    code: /"ok":false,"code":"([A-Z_]+)"/.exec(body)?.[1] ?? null,
    message: /"ok":false,"code":"[A-Z_]+","message":"((?:[^"\\]|\\.)*)"/.exec(body)?.[1] ?? null,
    next,
  };
}

/** Somebody's browser sends a form to an action, as a page's script does. */
export async function act(
  { url }: Pick<Yard, "url">,
  cookie: string | undefined,
  { action, fields, from }: Act,
  origin = url,
): Promise<Answer> {
  const id = actionIds().get(action);
  if (!id) throw new Error(`The build has no ${action}`);
  return sendAction({ url }, id, { fields, from, cookie, origin });
}

/** The same of something that only prepares: it must be done. */
export async function mustAct(yard: Yard, who: string, doing: Act): Promise<Answer> {
  const answer = await act(yard, yard.asker(who).cookie, doing);
  const said = saidIn(answer);
  if (!said.isDone)
    throw new Error(`${who}: ${doing.action} was refused (${answer.status}): ${answer.body.slice(0, 300)}`);
  return answer;
}
