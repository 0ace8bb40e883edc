import { act, saidIn } from "#hammer/actions";
import { signInAnew } from "#hammer/askers";
import { look, type Naughty, shown } from "#hammer/naughty/look";
import { invitationOf } from "#hammer/people";
import { paths } from "#lib/paths";
import { acceptInvitation } from "#lib/people/accept-invitation";

const email = "naughty.password@candour.test";

/** A naughty password is refused in words, or it is the one that the next change asks for. */
export async function keptPasswords(naughty: Naughty): Promise<void> {
  const { yard, report, words, isOver } = naughty;
  let current = "nine owls keep a rota";
  const token = await invitationOf(yard, email);
  await acceptInvitation({ token, password: current, again: current }, { address: null, agent: null });
  const [person] = await yard.query("select id from person where email = $1", [email]);
  const cookie = await yard.cookieFor((await signInAnew(String(person?.id))).token);
  for (const text of [...words, current]) {
    if (isOver()) return;
    const fields = { current, password: text, again: text };
    const answer = await act(yard, cookie, { action: "changePasswordAction", from: paths.account(), fields });
    look(naughty, answer, "a password", text);
    const { isDone, code, message, status } = saidIn(answer);
    if (isDone) current = text;
    else if (code === "WRONG_PASSWORD") {
      report.lost.push(`the password ${shown(current)} was taken and is not it`);
      return;
    } else if (status < 400) {
      report.refused++;
      if (code !== "INVALID" || !message) report.unexpected.push(`a password: ${shown(text)} was refused by ${code}`);
    }
  }
}
