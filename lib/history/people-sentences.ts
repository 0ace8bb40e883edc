import { type PublishesOver, type Role, roles } from "#db/vocabulary";
import type { SentenceFacts, TrailEntry } from "#lib/history/entry";
import { type Image, textOf } from "#lib/history/image";
import { cameToBe, ceasedToBe, did, hasChanged, type Told } from "#lib/history/told";
import { apart } from "#lib/rules/direction";
import { heldDaysName } from "#lib/rules/held-days";
import { dateName } from "#lib/rules/moment";
import { rolesInPlural } from "#lib/rules/second-factor-words";
import { keepsWordsWords, publishesOverWords, sessionLifeWords } from "#lib/rules/setting-words";
import { becomesWords, forWhomWords } from "#lib/rules/sign-in-rule-words";

export function organisationSentence({ before, after }: TrailEntry): Told {
  const name = textOf(after, "name") ?? "";
  if (!before) return did("set up", ` the organisation ${name}`);
  if (hasChanged(before, after, "name")) {
    return did("renamed", ` the organisation ${textOf(before, "name")}: it is ${name} now`);
  }
  if (hasChanged(before, after, "time_zone")) {
    return did("set", ` the time zone to ${textOf(after, "time_zone")}, from ${textOf(before, "time_zone")}`);
  }
  if (hasChanged(before, after, "publishes_over")) {
    return did("set", ` who publishes: ${publishesOverWords(textOf(after, "publishes_over") as PublishesOver | null)}`);
  }
  if (hasChanged(before, after, "keeps_words_years")) {
    return did("set", ` that words are kept ${keepsWordsWords(numberOf(after, "keeps_words_years"))}`);
  }
  if (hasChanged(before, after, "needs_second_factor")) {
    const [was, is] = [rolesInPlural(rolesOf(before)), rolesInPlural(rolesOf(after))];
    return did("set", ` who needs a second factor: ${is}, before ${was}`);
  }
  if (hasChanged(before, after, "session_hours") || hasChanged(before, after, "session_idle_hours")) {
    const [idle, hours] = [numberOf(after, "session_idle_hours"), numberOf(after, "session_hours")];
    return did("set", ` that sessions end ${sessionLifeWords(idle, hours)}`);
  }
  return did("changed", ` the organisation ${name}`);
}

const rolesOf = (image: Image | null): Role[] => {
  const held = image?.needs_second_factor;
  return Array.isArray(held) ? roles.filter((role) => held.includes(role)) : [];
};

const numberOf = (image: Image | null, column: string): number | null => {
  const text = textOf(image, column);
  return text === null ? null : Number(text);
};

export function teamSentence({ before, after }: TrailEntry): Told {
  const [was, name] = [textOf(before, "name"), textOf(after, "name") ?? ""];
  return was === null ? did("added", ` the team ${name}`) : did("renamed", ` the team ${was}: it is ${name} now`);
}

export function personSentence({ before, after, verb }: TrailEntry): Told {
  const name = textOf(after, "name") ?? "somebody";
  if (!before && verb === "sign_in_rule.follow") return did("came", " without an invitation, by a sign-in rule");
  if (!before) return did("added", ` the person ${name}`);
  if (cameToBe(before, after, "disabled_at")) return did("disabled", ` ${name}, who may no longer sign in`);
  if (ceasedToBe(before, after, "disabled_at")) return did("enabled", ` ${name}, who may sign in again`);
  return did("changed", ` the details of ${name}`);
}

export function credentialSentence({ before, after, person }: TrailEntry, { nameOf }: SentenceFacts): Told {
  const whose = textOf(after, "person_id");
  const done = before ? "changed" : "set";
  return whose === person?.id
    ? did(done, " their password")
    : did(done, ` the password of ${nameOf(whose) ?? "somebody"}`);
}

export function secondFactorSentence({ before, after, person, verb }: TrailEntry, { nameOf }: SentenceFacts): Told {
  const whose = textOf(after, "person_id");
  if (!before) return did("began", " to set up a second factor");
  if (cameToBe(before, after, "confirmed_at")) return did("set up", " a second factor");
  if (verb === "second_factor.reset") return did("reset", ` the second factor of ${nameOf(whose) ?? "somebody"}`);
  if (cameToBe(before, after, "ended_at")) {
    if (textOf(after, "confirmed_at") === null) return did("let go", " of a second factor that was not confirmed");
    return did(
      "took away",
      whose === person?.id ? " their second factor" : ` the second factor of ${nameOf(whose) ?? "somebody"}`,
    );
  }
  return did("showed", " a code of their second factor");
}

export function recoveryCodeSentence({ before }: TrailEntry): Told {
  return before ? did("used", " a recovery code") : did("made", " a recovery code");
}

export function openIdLinkSentence({ before, after }: TrailEntry): Told {
  const account = ` the account at ${textOf(after, "issuer") ?? "an issuer"} by which they sign in`;
  return before ? did("took away", account) : did("linked", account);
}

export function savedViewSentence({ before, after }: TrailEntry): Told {
  const name = apart(textOf(after, "name") ?? "");
  return before ? did("took away", ` their saved view: ${name}`) : did("saved", ` a view of the history: ${name}`);
}

export function invitationSentence({ before, after, verb }: TrailEntry, { nameOf }: SentenceFacts): Told {
  const whom = nameOf(textOf(after, "person_id")) ?? "somebody";
  if (!before) return did("invited", ` ${whom}${verb === "invitation.renew" ? " again" : ""}`);
  if (verb === "invitation.withdraw") return did("withdrew", ` the invitation of ${whom}`);
  return cameToBe(before, after, "accepted_at")
    ? did("accepted", " their invitation")
    : did("ended", ` an older invitation of ${whom}`);
}

/** Who asks for a link is not known: it goes to whom it is for, and nowhere else. */
export function passwordResetSentence({ before, after, person }: TrailEntry, { nameOf }: SentenceFacts): Told {
  const whose = textOf(after, "person_id");
  const whom = nameOf(whose) ?? "somebody";
  if (!before) return did("asked", ` that ${whom} be sent a link for a new password`);
  return did(
    "set",
    ` a new password${whose === person?.id ? "" : ` of ${whom}`} by the link that was sent to their address`,
  );
}

export function roleGrantSentence({ before, after }: TrailEntry, { nameOf }: SentenceFacts): Told {
  const whom = nameOf(textOf(after, "person_id")) ?? "somebody";
  const team = nameOf(textOf(after, "team_id"));
  const role = `the role ${textOf(after, "role") ?? ""}${team ? ` of ${team}` : ""}`;
  const toDay = textOf(after, "to_day");
  const days = heldDaysName({ fromDay: textOf(after, "from_day"), toDay });
  const rule = nameOf(textOf(after, "rule_id"));
  if (!before && rule) return did("was granted", ` ${role} by the rule for ${apart(rule)}`);
  if (!before) return did("granted", ` ${whom} ${role}${days && ` ${days}`}`);
  if (cameToBe(before, after, "revoked_at")) return did("revoked", ` ${role}${days && ` (${days})`} of ${whom}`);
  return toDay && toDay !== textOf(before, "to_day")
    ? did("revoked", ` ${role} of ${whom} with the end of ${dateName(toDay)}`)
    : did("changed", ` ${role} of ${whom}`);
}

export function signInRuleSentence({ before, after }: TrailEntry, { nameOf }: SentenceFacts): Told {
  const whom = forWhomWords({ domain: textOf(after, "domain") ?? "", inGroup: textOf(after, "in_group") });
  const role = becomesWords((textOf(after, "role") ?? "") as Role, nameOf(textOf(after, "team_id")));
  const at = textOf(after, "issuer") ?? "an issuer";
  return did(before ? "ended" : "made", ` the sign-in rule for ${whom}: who signs in so at ${at} becomes ${role}`);
}

export function deputySentence({ before, after }: TrailEntry, { nameOf }: SentenceFacts): Told {
  const deputy = nameOf(textOf(after, "deputy_id")) ?? "somebody";
  const head = nameOf(textOf(after, "head_id")) ?? "somebody";
  const [from, to] = [textOf(after, "from_day"), textOf(after, "to_day")];
  const days = from && to ? ` from ${dateName(from)} to ${dateName(to)}` : "";
  const team = nameOf(textOf(after, "team_id"));
  const of = `${head}${team ? ` for ${team}` : ""}${days}`;
  return before
    ? did("ended early", ` that ${deputy} is deputy of ${of}`)
    : did("named", ` ${deputy} as deputy of ${of}`);
}

const signedInWith: Record<string, string> = {
  openid: " with their organisation’s account",
  code: " with a code of their second factor",
  "recovery code": " with a recovery code",
};

export function sessionSentence(entry: TrailEntry, { nameOf }: SentenceFacts): Told {
  const { before, after, person, key, sessionId } = entry;
  const whose = textOf(after, "person_id");
  const isOwn = whose === person?.id;
  const by = signedInWith[textOf(after, "method") ?? ""] ?? "";
  if (!before) return isOwn ? did("signed in", by) : did("started", ` a session of ${nameOf(whose) ?? "somebody"}`);
  if (isOwn && key === sessionId) return did("signed out", "");
  if (isOwn) return did("ended", " another of their sessions");
  return did("ended", ` a session of ${nameOf(whose) ?? "somebody"}`);
}
