import { type Role, roles } from "#db/vocabulary";

/** What a verb may do to the rows of one table. */
export type Write = {
  /** It makes rows, and each says this. */
  makes?: Readonly<Record<string, string | null>>;
  /** The columns it changes. */
  changes?: readonly string[];
  /** What those become, where they may become nothing else. */
  becomes?: Readonly<Record<string, string | boolean | null>>;
  /** Only in rows that the same act made. */
  justMade?: true;
  /** Of nobody but the person who asks. */
  own?: true;
  /** Through a function of the database alone, so the web's login holds no grant for it. */
  byDoor?: true;
};

/** What a verb writes: nothing where it is left out. */
export type Writes = Readonly<Record<string, Write>>;

export type VerbRule = {
  /** Who may; "signed in" is anybody's own, whatever roles they hold. */
  by: readonly Role[] | "signed in";
  writes?: Writes;
  /** It takes something away, which is entered though nothing changes. */
  takesAway?: true;
  /** Rows of an indicator only while their month is open. */
  inOpenMonth?: true;
  /** And in a published month where the newest decision on the comment says that its words do not stand. */
  orGivenBack?: true;
  /** Rows of an indicator only while its team's return is not locked. */
  inOpenReturn?: true;
  /** Somebody who stands in for a head of service does it in that person's name. */
  byDeputy?: true;
  /** Rows of no scorecard but the one that the same act makes. */
  makesScorecard?: true;
};

const nothing = {
  value: null,
  numerator: null,
  denominator: null,
  missing: null,
  note: null,
  provisional: false,
  estimated: false,
};
const actual = Object.keys(nothing);
/** What a team's lead writes: in an open month, until the team's return is submitted. */
const asLead = { inOpenMonth: true, inOpenReturn: true } as const;
/** And of a comment whose words do not stand, also once its month is published. */
const asWriter = { ...asLead, orGivenBack: true } as const;
const written = ["words", "written_at", "written_by"];
const drafts = {
  comment: { makes: {} },
  comment_revision: { makes: { source: "person", submitted_by: null, withdrawn_by: null }, changes: written },
  revision_author: { makes: {} },
} as const;
const submits = {
  ...drafts,
  comment_revision: {
    makes: { source: "person", withdrawn_by: null },
    changes: [...written, "submitted_by", "withdrawn_by", "stands_because"],
  },
} as const;
const decides = (kind: string) => ({ comment_decision: { makes: { kind } } });
const notReopened = { reopened_at: null, reopened_by: null, reopened_until: null, reopened_reason: null };
const notAnswered = {
  withdrawn_at: null,
  withdrawn_by: null,
  refused_at: null,
  refused_by: null,
  refused_reason: null,
};
const reopens = ["reopened_at", "reopened_by", "reopened_until", "reopened_reason"];
const live = { withdrawn_at: null };
const closed = ["closed_at", "closed_by"];
const ends = ["ended_by"];
/** That somebody showed a code of their second factor, or one of its recovery codes. */
const showsCode = {
  second_factor: { changes: ["last_step"], own: true },
  recovery_code: { changes: ["used_at"], own: true },
} as const;
const notRevoked = { revoked_at: null, revoked_by: null, rule_id: null };
const enabled = { disabled_at: null, disabled_by: null };
/** The link of a new invitation ends the one before. */
const invites = { makes: { accepted_at: null }, changes: ["expires_at"] } as const;
const withdraws = ["withdrawn_at", "withdrawn_by", "withdrawn_reason"];
const endsWhatHolds = ["to_month", "ended_at", "ended_by"];
/** Of what holds from a month on: set anew, and what proved wrong is withdrawn. */
const sets = { makes: live, changes: withdraws } as const;
const setsAndEnds = { makes: live, changes: [...withdraws, ...endsWhatHolds] } as const;
/** Of a scorecard, a theme or a section: not yet, and that it did. */
const goesOn = { ended_at: null, ended_by: null };
const endsForGood = ["ended_at", "ended_by"];
const doubts = { makes: { answer: null, answered_at: null, answered_by: null } };
const answers = { import_doubt: { ...doubts, changes: ["answer", "answered_at", "answered_by"] } };

/**
 * Who may what, and what it may write: one list, for the screens (lib/access/permissions.ts), for the grants of the web's
 * login and for the row triggers, to which every start says it again. The team's scope, where a role has one, is held by
 * the query's `where`, by the verb and by the trigger.
 */
export const verbs = {
  /** What anybody may; under it stands who opened a page that is not for their role. */
  "page.open": { by: "signed in" },
  "scorecard.read": { by: roles },
  "scorecard.export": { by: roles, takesAway: true },
  "actual.record": { by: ["team lead"], writes: { actual: { makes: {}, changes: actual } }, ...asLead },
  "actual.clear": { by: ["team lead"], writes: { actual: { changes: actual, becomes: nothing } }, ...asLead },
  "actual.paste": { by: ["team lead"], writes: { actual: { makes: {}, changes: actual } }, ...asLead },
  "actual.take_back": { by: ["team lead"], writes: { actual: { changes: actual } }, ...asLead },
  "actual.restate": {
    by: ["head of service"],
    writes: { actual: { makes: {}, changes: actual }, restatement: { makes: {} }, ...decides("approved") },
  },
  "comment.draft": { by: ["team lead"], writes: drafts, ...asWriter },
  "comment.submit": { by: ["team lead"], writes: submits, ...asWriter },
  "comment.withdraw": {
    by: ["team lead"],
    writes: { comment_revision: { changes: ["withdrawn_by"] } },
    ...asWriter,
  },
  "comment.approve": { by: ["head of service"], byDeputy: true, writes: decides("approved") },
  "comment.return": { by: ["head of service"], byDeputy: true, writes: decides("returned") },
  "approval.withdraw": { by: ["head of service"], byDeputy: true, writes: decides("withdrawn") },
  "return.read": { by: ["team lead", "head of service", "auditor", "performance officer"] },
  "return.submit": {
    by: ["team lead"],
    writes: { comment_revision: { changes: ["submitted_by", "withdrawn_by"] }, return_submission: { makes: {} } },
    ...asLead,
  },
  "reopening.ask": {
    by: ["team lead"],
    writes: { reopening: { makes: { ...notReopened, ...notAnswered } } },
  },
  "reopening.withdraw": { by: ["team lead"], writes: { reopening: { changes: ["withdrawn_by"] } } },
  "reopening.refuse": {
    by: ["head of service", "performance officer"],
    writes: { reopening: { changes: ["refused_by", "refused_reason"] } },
  },
  "return.reopen": {
    by: ["head of service", "performance officer"],
    writes: { reopening: { makes: { asked_at: null, asked_by: null, ...notAnswered }, changes: reopens } },
  },
  "reopening.list": { by: ["head of service", "auditor", "performance officer"] },
  "month.open": {
    by: ["performance officer"],
    writes: { scorecard_month: { makes: { closed_at: null, closed_by: null } } },
  },
  "month.reschedule": {
    by: ["performance officer"],
    writes: { scorecard_month: { changes: ["figures_due", "commentary_due"] } },
  },
  "month.close": { by: ["performance officer"], writes: { scorecard_month: { changes: closed } } },
  "month.reopen": { by: ["performance officer"], writes: { scorecard_month: { changes: closed } } },
  "month.publish": { by: ["performance officer"], writes: { edition: { makes: {} } } },
  "month_rule.set": {
    by: ["performance officer"],
    writes: { month_rule: { makes: {}, changes: ["figures_day", "commentary_day"] } },
  },
  "bank_holiday.add": { by: ["performance officer"], writes: { bank_holiday: { makes: {} } } },
  "bank_holiday.withdraw": {
    by: ["performance officer"],
    writes: { bank_holiday: { changes: ["withdrawn_at", "withdrawn_by", "withdrawn_reason"] } },
  },
  "scorecard.make": {
    by: ["performance officer"],
    makesScorecard: true,
    writes: { scorecard: { makes: goesOn }, scorecard_label_set: { makes: live } },
  },
  "scorecard.copy": {
    by: ["performance officer"],
    makesScorecard: true,
    writes: {
      scorecard: { makes: goesOn },
      scorecard_label_set: { makes: live },
      theme: { makes: goesOn },
      section: { makes: goesOn },
      indicator: { makes: {} },
      indicator_definition: { makes: { ...live, ended_at: null } },
      indicator_team: { makes: live },
      due_rule: { makes: { ...live, ended_at: null } },
      band_set: { makes: { ...live, ended_at: null } },
      band: { makes: {} },
      benchmark: { makes: { ...live, ended_at: null } },
      milestone: { makes: live },
    },
  },
  "scorecard.rename": {
    by: ["performance officer"],
    writes: { scorecard: { changes: ["name", "sentence"] } },
  },
  "scorecard.end": {
    by: ["performance officer"],
    writes: { scorecard: { changes: [...endsForGood, "ended_reason"] } },
  },
  "label_set.make": {
    by: ["performance officer"],
    writes: { label_set: { makes: {} }, label: { makes: {} } },
  },
  "label_set.choose": { by: ["performance officer"], writes: { scorecard_label_set: sets } },
  "theme.add": { by: ["performance officer"], writes: { theme: { makes: goesOn } } },
  "theme.rename": { by: ["performance officer"], writes: { theme: { changes: ["name"] } } },
  "theme.move": { by: ["performance officer"], writes: { theme: { changes: ["position"] } } },
  "theme.end": { by: ["performance officer"], writes: { theme: { changes: endsForGood } } },
  "section.add": { by: ["performance officer"], writes: { section: { makes: goesOn } } },
  "section.rename": { by: ["performance officer"], writes: { section: { changes: ["number", "title"] } } },
  "section.move": { by: ["performance officer"], writes: { section: { changes: ["theme_id"] } } },
  "section.merge": {
    by: ["performance officer"],
    writes: { section: { changes: endsForGood }, indicator_definition: sets },
  },
  "section.end": { by: ["performance officer"], writes: { section: { changes: endsForGood } } },
  "indicator.move": { by: ["performance officer"], writes: { indicator_definition: sets } },
  "indicator.add": {
    by: ["performance officer"],
    writes: {
      indicator: { makes: {} },
      indicator_definition: { makes: { ...live, ended_at: null } },
      indicator_team: { makes: live },
      due_rule: { makes: { ...live, ended_at: null } },
    },
  },
  "indicator.end": {
    by: ["performance officer"],
    writes: { indicator_definition: { changes: endsWhatHolds } },
  },
  "indicator.define": {
    by: ["performance officer"],
    writes: {
      indicator_definition: setsAndEnds,
      indicator_team: sets,
      due_rule: setsAndEnds,
      band_set: sets,
      band: { makes: {} },
      benchmark: setsAndEnds,
      milestone: sets,
    },
  },
  "version.withdraw": {
    by: ["performance officer"],
    writes: {
      indicator_definition: { changes: withdraws },
      indicator_team: { changes: withdraws },
      due_rule: { changes: withdraws },
      band_set: { changes: withdraws },
      benchmark: { changes: withdraws },
    },
  },
  "milestones.set": { by: ["performance officer"], writes: { milestone: sets } },
  "history.read": { by: ["team lead", "head of service", "auditor", "performance officer"] },
  "history.export": {
    by: ["team lead", "head of service", "auditor", "performance officer"],
    takesAway: true,
  },
  "past.read": { by: ["auditor", "performance officer"] },
  "redaction.list": { by: ["auditor", "performance officer"] },
  "redaction.propose": {
    by: ["auditor", "performance officer"],
    writes: {
      redaction: {
        makes: {
          confirmed_at: null,
          confirmed_by: null,
          refused_at: null,
          refused_by: null,
          refused_reason: null,
          withdrawn_at: null,
          withdrawn_by: null,
        },
      },
    },
  },
  "redaction.withdraw": {
    by: ["auditor", "performance officer"],
    writes: { redaction: { changes: ["withdrawn_at", "withdrawn_by"] } },
  },
  "redaction.refuse": {
    by: ["auditor", "performance officer"],
    writes: { redaction: { changes: ["refused_at", "refused_by", "refused_reason"] } },
  },
  "words.redact": {
    by: ["auditor", "performance officer"],
    writes: {
      redaction: { changes: ["confirmed_at", "confirmed_by"], byDoor: true },
      redaction_place: { makes: {}, byDoor: true },
    },
  },
  "import.read": {
    by: ["performance officer"],
    writes: { import: { makes: { committed_at: null, committed_by: null, scorecard_id: null } }, import_doubt: doubts },
  },
  "import.answer": { by: ["performance officer"], writes: answers },
  "import.commit": {
    by: ["performance officer"],
    makesScorecard: true,
    writes: {
      ...answers,
      import: { changes: ["committed_at", "committed_by", "scorecard_id"] },
      team: { makes: {} },
      scorecard: { makes: {} },
      scorecard_label_set: { makes: live },
      scorecard_month: {
        makes: { figures_due: null, commentary_due: null },
        changes: closed,
        justMade: true,
      },
      theme: { makes: {} },
      section: { makes: {} },
      indicator: { makes: {} },
      indicator_definition: { makes: { ...live, ended_at: null } },
      indicator_team: { makes: live },
      due_rule: { makes: { ...live, ended_at: null } },
      band_set: { makes: { ...live, ended_at: null } },
      band: { makes: {} },
      benchmark: { makes: { ...live, ended_at: null } },
      milestone: { makes: live },
      actual: { makes: {} },
      comment: { makes: {} },
      comment_revision: { makes: { source: "import", written_by: null, withdrawn_by: null } },
    },
  },
  "person.list": { by: ["performance officer"] },
  "role.grant": { by: ["performance officer"], writes: { role_grant: { makes: notRevoked } } },
  "role.revoke": {
    by: ["performance officer"],
    writes: { role_grant: { changes: ["revoked_at", "revoked_by", "to_day"] } },
  },
  "role.hand_over": {
    by: ["performance officer"],
    writes: {
      role_grant: { makes: notRevoked, changes: ["revoked_at", "revoked_by"] },
      deputy: { changes: ["withdrawn_at", "withdrawn_by"] },
    },
  },
  "person.invite": {
    by: ["performance officer"],
    writes: { person: { makes: enabled }, role_grant: { makes: notRevoked }, invitation: invites },
  },
  "invitation.renew": { by: ["performance officer"], writes: { invitation: invites } },
  "invitation.withdraw": { by: ["performance officer"], writes: { invitation: { changes: ["expires_at"] } } },
  "person.disable": {
    by: ["performance officer"],
    writes: {
      person: { changes: ["disabled_at", "disabled_by"] },
      session: { changes: ends },
      invitation: { changes: ["expires_at"] },
    },
  },
  "person.enable": {
    by: ["performance officer"],
    writes: { person: { changes: ["disabled_at", "disabled_by"], becomes: enabled } },
  },
  "deputy.list": { by: ["team lead", "head of service", "auditor", "performance officer"] },
  "deputy.name": {
    by: ["head of service", "performance officer"],
    writes: { deputy: { makes: { withdrawn_at: null, withdrawn_by: null } } },
  },
  "deputy.end": {
    by: ["head of service", "performance officer"],
    writes: { deputy: { changes: ["withdrawn_at", "withdrawn_by"] } },
  },
  "sign_in_rule.make": {
    by: ["performance officer"],
    writes: { sign_in_rule: { makes: { ended_at: null, ended_by: null } } },
  },
  "sign_in_rule.end": { by: ["performance officer"], writes: { sign_in_rule: { changes: ends } } },
  "team.add": { by: ["performance officer"], writes: { team: { makes: {} } } },
  "team.rename": { by: ["performance officer"], writes: { team: { changes: ["name"] } } },
  "organisation.rename": { by: ["performance officer"], writes: { organisation: { changes: ["name"] } } },
  "time_zone.set": { by: ["performance officer"], writes: { organisation: { changes: ["time_zone"] } } },
  "session_life.set": {
    by: ["performance officer"],
    writes: { organisation: { changes: ["session_idle_hours", "session_hours"] } },
  },
  "comment_rule.set": { by: ["performance officer"], writes: { comment_rule: sets } },
  "publishing_rule.set": { by: ["performance officer"], writes: { organisation: { changes: ["publishes_over"] } } },
  "second_factor_rule.set": {
    by: ["performance officer"],
    writes: { organisation: { changes: ["needs_second_factor"] } },
  },
  "retention.set": { by: ["performance officer"], writes: { organisation: { changes: ["keeps_words_years"] } } },
  "person.end_sessions": { by: ["performance officer"], writes: { session: { changes: ends } } },
  "password.change": {
    by: "signed in",
    writes: {
      credential: { makes: {}, changes: ["password_hash", "changed_at"], own: true, byDoor: true },
      session: { changes: ends, own: true },
    },
  },
  "openid_link.add": {
    by: "signed in",
    writes: { ...showsCode, openid_link: { makes: { ended_at: null, ended_by: null }, own: true } },
  },
  "openid_link.end": {
    by: "signed in",
    writes: { openid_link: { changes: ends, own: true }, session: { changes: ends, own: true } },
  },
  "view.save": {
    by: ["team lead", "head of service", "auditor", "performance officer"],
    writes: { saved_view: { makes: { ended_at: null, ended_by: null }, own: true } },
  },
  "view.end": {
    by: ["team lead", "head of service", "auditor", "performance officer"],
    writes: { saved_view: { changes: ends, own: true } },
  },
  "second_factor.enrol": {
    by: "signed in",
    writes: {
      second_factor: {
        makes: { confirmed_at: null, last_step: null, ended_at: null, ended_by: null },
        changes: ends,
        own: true,
      },
    },
  },
  "second_factor.confirm": {
    by: "signed in",
    writes: {
      second_factor: { changes: ["confirmed_at", "last_step"], own: true },
      recovery_code: { makes: { used_at: null }, own: true },
      session: { changes: ends, own: true },
    },
  },
  "second_factor.remove": {
    by: "signed in",
    writes: { ...showsCode, second_factor: { changes: ["last_step", ...ends], own: true } },
  },
  "recovery_codes.renew": {
    by: "signed in",
    writes: { ...showsCode, recovery_code: { makes: { used_at: null }, changes: ["used_at"], own: true } },
  },
  "second_factor.reset": { by: ["performance officer"], writes: { second_factor: { changes: ends } } },
  "session.end": { by: "signed in", writes: { session: { changes: ends, own: true } } },
  "session.end_others": { by: "signed in", writes: { session: { changes: ends, own: true } } },
} as const satisfies Record<string, VerbRule>;

/** What a grade is earned by: whoever writes it makes approvals lapse or hold again, which the database enters. */
const judgedBy = ["actual", "band_set", "band", "indicator_definition", "scorecard_label_set"];
const lapse: Write = { makes: { ended_at: null, ended_by: null }, changes: ["ended_at", "ended_by"], byDoor: true };

/** All that a verb writes, by itself and by what comes of it. */
export const writesOf = ({ writes = {} }: { writes?: Writes }): Writes =>
  Object.keys(writes).some((table) => judgedBy.includes(table)) ? { ...writes, lapse } : writes;

/** What Candour does by itself. */
export const systemVerbs = { "system.change": {} } as const satisfies Record<string, { writes?: Writes }>;
