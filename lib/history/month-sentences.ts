import type { TrailEntry } from "#lib/history/entry";
import { type Image, textOf } from "#lib/history/image";
import { cameToBe, ceasedToBe, did, hasChanged, type Told } from "#lib/history/told";
import { dateName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

export function monthSentence({ before, after, month }: TrailEntry): Told {
  const name = ` ${month ? monthName(month) : "a month"}`;
  if (!before) {
    const dates = datesIn(after);
    return did(textOf(after, "closed_at") ? "opened and closed" : "opened", name, dates ? { detail: dates } : {});
  }
  if (cameToBe(before, after, "closed_at")) return did("closed", name);
  if (ceasedToBe(before, after, "closed_at")) return did("reopened", name);
  const change = { before: { words: datesIn(before) ?? "none" }, after: { words: datesIn(after) ?? "none" } };
  return did(
    "changed",
    ` the due dates of${name}`,
    hasChanged(before, after, "commentary_due") || hasChanged(before, after, "figures_due") ? { change } : {},
  );
}

function datesIn(image: Image | null): string | null {
  const [figures, commentary] = [textOf(image, "figures_due"), textOf(image, "commentary_due")];
  return figures && commentary ? `Figures due ${dateName(figures)}, commentary due ${dateName(commentary)}` : null;
}

export function editionSentence({ after, month }: TrailEntry): Told {
  const over = Array.isArray(after?.blockers) ? after.blockers.length : 0;
  return did(
    "published",
    ` ${month ? monthName(month) : "a month"} as edition ${textOf(after, "number") ?? ""}${over > 0 ? `, over ${over} in the way` : ""}`,
  );
}

export function monthRuleSentence({ before, after }: TrailEntry): Told {
  const days = (image: Image | null) =>
    `figures on working day ${textOf(image, "figures_day") ?? ""} after a month, commentary on day ${textOf(image, "commentary_day") ?? ""}`;
  const said = " when months are due";
  if (!before) return did("set", `${said}: ${days(after)}`);
  return did("changed", said, { change: { before: { words: days(before) }, after: { words: days(after) } } });
}

export function bankHolidaySentence({ after }: TrailEntry): Told {
  const day = textOf(after, "day");
  return did("added", ` the bank holiday ${day ? dateName(day) : ""}: ${textOf(after, "name") ?? ""}`);
}
