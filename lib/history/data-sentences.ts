import { actualSentence } from "#lib/history/actual-sentence";
import { commentRuleSentence } from "#lib/history/comment-rule-sentence";
import { authorSentence, commentSentence, decisionSentence, revisionSentence } from "#lib/history/comment-sentences";
import type { SentenceFacts, TrailEntry } from "#lib/history/entry";
import { heldSentence } from "#lib/history/held-sentence";
import { doubtSentence, importSentence } from "#lib/history/import-sentences";
import {
  bandSentence,
  bandSetSentence,
  benchmarkSentence,
  definitionSentence,
  dueRuleSentence,
  indicatorSentence,
  indicatorTeamSentence,
  milestoneSentence,
} from "#lib/history/indicator-sentences";
import { lapseSentence } from "#lib/history/lapse-sentence";
import { bankHolidaySentence, editionSentence, monthRuleSentence, monthSentence } from "#lib/history/month-sentences";
import {
  credentialSentence,
  deputySentence,
  invitationSentence,
  openIdLinkSentence,
  organisationSentence,
  passwordResetSentence,
  personSentence,
  recoveryCodeSentence,
  roleGrantSentence,
  savedViewSentence,
  secondFactorSentence,
  sessionSentence,
  signInRuleSentence,
  teamSentence,
} from "#lib/history/people-sentences";
import { redactedSentence, redactionSentence } from "#lib/history/redaction-sentences";
import { restatementSentence } from "#lib/history/restatement-sentence";
import { reopeningSentence, submissionSentence } from "#lib/history/return-sentences";
import {
  labelSentence,
  labelSetSentence,
  scorecardLabelSetSentence,
  scorecardSentence,
  sectionSentence,
  themeSentence,
} from "#lib/history/scorecard-sentences";
import type { Told } from "#lib/history/told";

/** What a row written says, by its table: every table under the trail has its own. */
export const dataSentences: Record<string, (entry: TrailEntry, facts: SentenceFacts) => Told> = {
  organisation: organisationSentence,
  team: teamSentence,
  person: personSentence,
  credential: credentialSentence,
  second_factor: secondFactorSentence,
  recovery_code: recoveryCodeSentence,
  openid_link: openIdLinkSentence,
  saved_view: savedViewSentence,
  invitation: invitationSentence,
  password_reset: passwordResetSentence,
  sign_in_rule: signInRuleSentence,
  role_grant: roleGrantSentence,
  deputy: deputySentence,
  session: sessionSentence,
  scorecard: scorecardSentence,
  theme: themeSentence,
  section: sectionSentence,
  label_set: labelSetSentence,
  label: labelSentence,
  scorecard_label_set: heldSentence("the grades’ words", scorecardLabelSetSentence),
  indicator: indicatorSentence,
  indicator_definition: heldSentence("the definition", definitionSentence),
  indicator_team: heldSentence("the team", indicatorTeamSentence),
  due_rule: heldSentence("the due rule", dueRuleSentence),
  band_set: heldSentence("the bands", bandSetSentence),
  band: bandSentence,
  benchmark: heldSentence("the benchmark", benchmarkSentence),
  milestone: heldSentence("the milestone", milestoneSentence),
  scorecard_month: monthSentence,
  edition: editionSentence,
  month_rule: monthRuleSentence,
  comment_rule: heldSentence("when a comment is required", commentRuleSentence),
  bank_holiday: heldSentence("the bank holiday", bankHolidaySentence),
  return_submission: submissionSentence,
  reopening: reopeningSentence,
  actual: actualSentence,
  comment: commentSentence,
  comment_revision: revisionSentence,
  revision_author: authorSentence,
  comment_decision: decisionSentence,
  lapse: lapseSentence,
  restatement: restatementSentence,
  redaction: redactionSentence,
  redaction_place: redactedSentence,
  import: importSentence,
  import_doubt: doubtSentence,
};
