import type { Verb } from "#lib/access/permissions";

type Words = { label: string; infinitive: string };

/** Every verb as history's filter names it, and as a refusal says it: "was refused: approve the comment on 2.4". */
const words = {
  "page.open": { label: "Opened a page not for their role", infinitive: "open a page" },
  "scorecard.read": { label: "Read a scorecard", infinitive: "read a scorecard" },
  "scorecard.export": { label: "Exported a scorecard", infinitive: "export a scorecard" },
  "past.read": { label: "Read the past", infinitive: "read the past" },
  "actual.record": { label: "Recorded a figure", infinitive: "record" },
  "actual.clear": { label: "Cleared a figure", infinitive: "clear" },
  "actual.paste": { label: "Pasted figures", infinitive: "paste figures from" },
  "actual.take_back": { label: "Took back a paste", infinitive: "take back a paste of" },
  "actual.restate": { label: "Restated a published figure", infinitive: "restate" },
  "comment.draft": { label: "Drafted a comment", infinitive: "draft the comment on" },
  "comment.submit": { label: "Submitted a comment", infinitive: "submit the comment on" },
  "comment.withdraw": { label: "Withdrew a comment", infinitive: "withdraw the comment on" },
  "comment.approve": { label: "Approved a comment", infinitive: "approve the comment on" },
  "comment.return": { label: "Returned a comment", infinitive: "return the comment on" },
  "approval.withdraw": { label: "Withdrew an approval", infinitive: "withdraw the approval of the comment on" },
  "return.read": { label: "Read a return", infinitive: "read a return" },
  "return.submit": { label: "Submitted a return", infinitive: "submit a return" },
  "reopening.ask": { label: "Asked to reopen a return", infinitive: "ask to reopen a return" },
  "reopening.withdraw": {
    label: "Took back a request to reopen a return",
    infinitive: "take back a request to reopen a return",
  },
  "reopening.refuse": { label: "Refused to reopen a return", infinitive: "refuse to reopen a return" },
  "return.reopen": { label: "Reopened a return", infinitive: "reopen a return" },
  "reopening.list": { label: "Read the register of reopenings", infinitive: "read the register of reopenings" },
  "month.open": { label: "Opened a month", infinitive: "open a month" },
  "month.reschedule": { label: "Changed a month’s dates", infinitive: "change a month’s dates" },
  "month.close": { label: "Closed a month", infinitive: "close a month" },
  "month.reopen": { label: "Reopened a month", infinitive: "reopen a month" },
  "month.publish": { label: "Published a month", infinitive: "publish a month" },
  "month_rule.set": { label: "Set when months are due", infinitive: "set when months are due" },
  "bank_holiday.add": { label: "Added a bank holiday", infinitive: "add a bank holiday" },
  "bank_holiday.withdraw": { label: "Withdrew a bank holiday", infinitive: "withdraw a bank holiday" },
  "scorecard.make": { label: "Made a scorecard", infinitive: "make a scorecard" },
  "scorecard.copy": { label: "Copied a scorecard", infinitive: "copy a scorecard" },
  "scorecard.rename": { label: "Renamed a scorecard", infinitive: "rename a scorecard" },
  "scorecard.end": { label: "Ended a scorecard", infinitive: "end a scorecard" },
  "label_set.make": { label: "Made words for grades", infinitive: "make words for grades" },
  "label_set.choose": { label: "Chose words for grades", infinitive: "choose the words for grades" },
  "theme.add": { label: "Added a theme", infinitive: "add a theme" },
  "theme.rename": { label: "Renamed a theme", infinitive: "rename a theme" },
  "theme.move": { label: "Moved a theme", infinitive: "move a theme" },
  "theme.end": { label: "Ended a theme", infinitive: "end a theme" },
  "section.add": { label: "Added a section", infinitive: "add a section" },
  "section.rename": { label: "Numbered or titled a section", infinitive: "number or title a section" },
  "section.move": { label: "Moved a section", infinitive: "move a section" },
  "section.merge": { label: "Merged a section into another", infinitive: "merge a section into another" },
  "section.end": { label: "Ended a section", infinitive: "end a section" },
  "indicator.move": { label: "Moved an indicator", infinitive: "move an indicator" },
  "indicator.add": { label: "Added an indicator", infinitive: "add an indicator" },
  "indicator.end": { label: "Ended an indicator", infinitive: "end an indicator" },
  "indicator.define": { label: "Changed what an indicator is", infinitive: "change what an indicator is" },
  "version.withdraw": {
    label: "Withdrew what was set of an indicator",
    infinitive: "withdraw what was set of an indicator",
  },
  "milestones.set": { label: "Set milestones", infinitive: "set milestones" },
  "history.read": { label: "Read the history", infinitive: "read the history" },
  "history.export": { label: "Exported the history", infinitive: "export the history" },
  "redaction.list": { label: "Read the register of redactions", infinitive: "read the register of redactions" },
  "redaction.propose": { label: "Proposed a redaction", infinitive: "propose a redaction" },
  "redaction.withdraw": { label: "Withdrew a redaction", infinitive: "withdraw a redaction" },
  "redaction.refuse": { label: "Refused a redaction", infinitive: "refuse a redaction" },
  "words.redact": { label: "Redacted words", infinitive: "redact words" },
  "import.read": { label: "Read a file for import", infinitive: "read a file for import" },
  "import.answer": { label: "Answered an import’s doubts", infinitive: "answer an import’s doubts" },
  "import.commit": { label: "Imported a scorecard", infinitive: "import a scorecard" },
  "person.list": { label: "Read the list of people", infinitive: "read the list of people" },
  "person.invite": { label: "Invited a person", infinitive: "invite a person" },
  "invitation.renew": { label: "Invited a person again", infinitive: "invite a person again" },
  "invitation.withdraw": { label: "Withdrew an invitation", infinitive: "withdraw an invitation" },
  "person.disable": { label: "Disabled a person", infinitive: "disable a person" },
  "person.enable": { label: "Enabled a person", infinitive: "enable a person" },
  "team.add": { label: "Added a team", infinitive: "add a team" },
  "team.rename": { label: "Renamed a team", infinitive: "rename a team" },
  "deputy.list": { label: "Read the list of deputies", infinitive: "read the list of deputies" },
  "deputy.name": { label: "Named a deputy", infinitive: "name a deputy" },
  "deputy.end": { label: "Ended a deputy’s time", infinitive: "end a deputy’s time" },
  "role.grant": { label: "Granted a role", infinitive: "grant a role" },
  "role.revoke": { label: "Revoked a role", infinitive: "revoke a role" },
  "organisation.rename": { label: "Renamed the organisation", infinitive: "rename the organisation" },
  "time_zone.set": { label: "Set the time zone", infinitive: "set the time zone" },
  "retention.set": { label: "Set for how long words are kept", infinitive: "set for how long words are kept" },
  "session_life.set": { label: "Set how soon sessions end", infinitive: "set how soon sessions end" },
  "comment_rule.set": { label: "Set when a comment is required", infinitive: "set when a comment is required" },
  "publishing_rule.set": {
    label: "Set who publishes over what is in the way",
    infinitive: "set who publishes over what is in the way",
  },
  "role.hand_over": { label: "Handed a person’s teams over", infinitive: "hand a person’s teams over" },
  "person.end_sessions": { label: "Ended a person’s sessions", infinitive: "end a person’s sessions" },
  "password.change": { label: "Changed a password", infinitive: "change a password" },
  "openid_link.add": { label: "Added an account to sign in with", infinitive: "add an account to sign in with" },
  "openid_link.end": {
    label: "Took away an account to sign in with",
    infinitive: "take away an account to sign in with",
  },
  "view.save": { label: "Saved a view of the history", infinitive: "save a view of the history" },
  "view.end": { label: "Took away a saved view", infinitive: "take away a saved view" },
  "session.end": { label: "Signed out", infinitive: "sign out" },
  "session.end_others": { label: "Ended their other sessions", infinitive: "end their other sessions" },
} as const satisfies Record<Verb, Words>;

const beyondPermissions = {
  "session.start": { label: "Signed in", infinitive: "sign in" },
  "invitation.accept": { label: "Accepted an invitation", infinitive: "accept an invitation" },
  "reset.ask": { label: "Was asked for a link to a new password", infinitive: "ask for a link to a new password" },
  "reset.follow": { label: "Set a password by a mailed link", infinitive: "set a password by a mailed link" },
  "operator.change": { label: "An operator’s command", infinitive: "run a command" },
  "system.change": { label: "Candour’s own work", infinitive: "work by itself" },
  "migration.run": { label: "A migration", infinitive: "run a migration" },
} as const satisfies Record<string, Words>;

const all: Record<string, Words> = { ...words, ...beyondPermissions };

/** A verb's words; of a verb that has none yet, its own name. */
export function verbWords(verb: string): Words {
  const plain = verb.replace(/[._]/g, " ");
  return all[verb] ?? { label: plain, infinitive: plain };
}

/** Whether the product has words for a verb. */
export const hasWords = (verb: string): boolean => verb in all;
