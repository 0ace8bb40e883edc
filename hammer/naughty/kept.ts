import { act, saidIn } from "#hammer/actions";
import { asKept } from "#hammer/naughty/as-kept";
import { comment, figure, imported, type Keeper, note } from "#hammer/naughty/keepers";
import { look, type Naughty, shown } from "#hammer/naughty/look";
import { keptPasswords } from "#hammer/naughty/passwords";
import { returned, sessionsEnded, withdrawn } from "#hammer/naughty/reasons";

/** Texts that are kept come back as they were typed, or were refused in words. */
export async function keptAsTyped(naughty: Naughty): Promise<void> {
  const keepers = await Promise.all(
    [comment, note, figure, returned, withdrawn, sessionsEnded, imported].map((make) => make(naughty)),
  );
  await Promise.all([...keepers.map((keeper) => keepAll(naughty, keeper)), keptPasswords(naughty)]);
}

async function keepAll(naughty: Naughty, { where, who, next, standing, same }: Keeper): Promise<void> {
  const { yard, report, words, isOver } = naughty;
  const isSame = same ?? ((text: string, found: unknown) => found === asKept(text));
  for (const text of words) {
    if (isOver()) return;
    const answer = await act(yard, yard.asker(who).cookie, await next(text));
    look(naughty, answer, where, text);
    const { isDone, code, message, status } = saidIn(answer);
    if (isDone) {
      const found = await standing();
      if (!isSame(text, found)) report.lost.push(`${where}: ${shown(text)} was taken and is ${shown(String(found))}`);
    } else if (status < 400) {
      report.refused++;
      if (!code || !message) report.unexpected.push(`${where}: ${shown(text)} was refused without a word`);
      else if (code !== "INVALID")
        report.unexpected.push(`${where}: ${shown(text)} was refused by ${code}: ${message}`);
    }
  }
}
