import type { ExportForm, NotMadeCode, Paper } from "#db/vocabulary";
import type { personActor } from "#lib/access/person-actor";

/** What the worker takes up: for whom, null where they may nothing any more, and what it is to be of. */
export type TakenFile = {
  actor: Parameters<typeof personActor>[0] | null;
  slug: string;
  form: ExportForm;
  paper: Paper | null;
  from: string;
  to: string;
  cut: number;
  takenAt: string;
  edition: string | null;
  isLive: boolean;
  hidesSmall: boolean;
};

/** How the making of a file goes on: each part is noted, and it ends when nobody wants it any more. */
export type Making = { note: (done: number, parts: number) => Promise<void>; signal: AbortSignal };

export type MakeFile = (taken: TakenFile, making: Making) => Promise<Uint8Array>;

/** Why a file cannot be made, which no other try would change. */
export class NotMade extends Error {
  override name = "NotMade";
  code: NotMadeCode;

  constructor(code: NotMadeCode) {
    super(`The file was not made: ${code}.`);
    this.code = code;
  }
}
