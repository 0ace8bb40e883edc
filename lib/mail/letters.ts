import { publicUrl } from "#lib/access/public-url";

/** A mail as it is written: plain text, and never a figure or a comment. */
export type Letter = { subject: string; words: string };

/** What others named stands in a heading, where a line of its own would be a heading of its own. */
export const onOneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();

/** By whom and to whom it is. */
export type Between = { organisation: string; name: string };

function letter({ organisation, name }: Between, about: string, paragraphs: readonly string[]): Letter {
  const by = onOneLine(organisation);
  const end = `Sent by Candour for ${by}, at ${publicUrl().origin}. Nobody reads what is answered to this address.`;
  return {
    subject: `${by}: ${about}`,
    words: `${[`${onOneLine(name)},`, ...paragraphs, end].join("\n\n")}\n`,
  };
}

export const newPasswordLetter = (between: Between, link: string): Letter =>
  letter(between, "a new password for Candour", [
    "Somebody, perhaps you, asked for a new password for Candour at this address.",
    `Set it by this link. It works once, within an hour:\n${link}`,
    "Until then your password stays as it is. If you did not ask for this, you need not do anything.",
  ]);

export const passwordSetLetter = (between: Between): Letter =>
  letter(between, "your new password for Candour", [
    "A new password of yours was set by the link that was sent to this address, and you were signed out everywhere.",
    "If that was not you, tell your performance officer at once, who can keep out whoever it was.",
  ]);

export const secondFactorResetLetter = (between: Between): Letter =>
  letter(between, "your second factor for Candour", [
    "Your second factor for Candour was reset: until you set up another, your password alone signs you in. Your notices say who did it and why.",
    "If you did not ask for that, tell your performance officer at once, and change your password.",
  ]);

/** With the newest head of the seal as a file; of an edition, or of a day. */
export const headsLetter = (between: Between, edition: string | null): Letter =>
  letter(between, edition ? `the seal at ${onOneLine(edition)}` : "the seal of the day", [
    edition
      ? `${onOneLine(edition)} was published. The newest head of the seal of Candour's history goes with this mail, as a file.`
      : "The newest head of the seal of Candour's history goes with this mail, as a file.",
    "Keep it where nobody of the installation can change it. Whoever runs Candour shows with it that nothing it holds was changed or left out since:\nnpm run audit:verify -- --against heads.txt",
    `You get it as an auditor of ${onOneLine(between.organisation)}: at each publication, and once a day while something is entered.`,
  ]);

export const invitationLetter = (between: Between, link: string): Letter =>
  letter(between, "your invitation to Candour", [
    `${onOneLine(between.organisation)} invites you to Candour, where it keeps the monthly performance scorecard of children's services.`,
    `Set a password by this link. It works once, within seven days:\n${link}`,
    "Then sign in with it and this e-mail address. If you did not expect this, you need not do anything.",
  ]);
