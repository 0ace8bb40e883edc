import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, canBeShown, id, isADay, isInAddresses, isOneOf, now, version } from "#db/schema/columns";
import { publishesOver, roles, rolesOfRules, sessionMethods, teamRoles } from "#db/vocabulary";

const quoted = (list: readonly string[]) => sql.raw(list.map((word) => `'${word}'`).join(", "));

/** The council. People are global; what they may do is per organisation. */
export const organisation = pgTable(
  "organisation",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    timeZone: text("time_zone").notNull().default("Europe/London"),
    /** After so many hours sessions end: without use, and in all. Null: when the operator of the installation says. */
    sessionIdleHours: smallint("session_idle_hours"),
    sessionHours: smallint("session_hours"),
    /** Who publishes over what stands in the way. Null: any performance officer. */
    publishesOver: text("publishes_over", { enum: publishesOver }),
    /** For so many years words are kept; null for as long as there is Candour. */
    keepsWordsYears: smallint("keeps_words_years"),
    /** Who holds one of these and signs in by a password has a second factor beside it. Null: nobody has to. */
    needsSecondFactor: text("needs_second_factor", { enum: roles }).array(),
    version: version(),
  },
  (t) => [
    canBeShown("organisation_name_can_be_shown", t.name, 200),
    canBeShown("organisation_time_zone_can_be_shown", t.timeZone, 100),
    check(
      "sessions_end_within_a_day",
      sql`${t.sessionIdleHours} between 1 and 24 and ${t.sessionHours} between ${t.sessionIdleHours} and 24 and num_nulls(${t.sessionIdleHours}, ${t.sessionHours}) <> 1`,
    ),
    isOneOf("publishes_over_is_known", t.publishesOver, publishesOver),
    check("words_are_kept_for_years", sql`${t.keepsWordsYears} between 1 and 100`),
    check(
      "roles_that_need_a_second_factor_are_known",
      sql`${t.needsSecondFactor} <@ array[${quoted(roles)}] and cardinality(${t.needsSecondFactor}) between 1 and ${sql.raw(String(roles.length))}`,
    ),
  ],
);

export const team = pgTable(
  "team",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    version: version(),
  },
  (t) => [
    unique("team_slug_once").on(t.organisationId, t.slug),
    unique("team_of_its_organisation").on(t.organisationId, t.id),
    isInAddresses("team_slug_can_be_shown", t.slug),
    canBeShown("team_name_can_be_shown", t.name, 200),
  ],
);

export const person = pgTable(
  "person",
  {
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    disabledAt: at("disabled_at"),
    disabledBy: uuid("disabled_by"),
    version: version(),
  },
  (t) => [
    uniqueIndex("person_email_once").on(sql`lower(${t.email})`),
    canBeShown("person_email_can_be_shown", t.email, 254),
    canBeShown("person_name_can_be_shown", t.name, 200),
  ],
);

/** A person's password, hashed with argon2id. Only the sign-in role reads it; the trail never holds it. */
export const credential = pgTable(
  "credential",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .unique()
      .references(() => person.id),
    passwordHash: text("password_hash").notNull(),
    changedAt: at("changed_at").notNull(),
  },
  // Never a password by mistake, nor a hash that takes minutes or gigabytes to try.
  (t) => [
    check(
      "password_hash_is_argon2id",
      sql`${t.passwordHash} ~ '^[$]argon2id[$]v=19[$]m=[0-9]{1,5},t=[0-9],p=[0-9][$][A-Za-z0-9+/]{1,100}[$][A-Za-z0-9+/]{1,100}$'`,
    ),
  ],
);

/** That a person signs in with an account which an OpenID Connect issuer knows by its subject; until it is taken away. */
export const openidLink = pgTable(
  "openid_link",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    linkedAt: at("linked_at").notNull().default(now),
    linkedBy: uuid("linked_by")
      .notNull()
      .references(() => person.id),
    endedAt: at("ended_at"),
    endedBy: uuid("ended_by").references(() => person.id),
  },
  (t) => [
    canBeShown("openid_issuer_can_be_shown", t.issuer, 500),
    canBeShown("openid_subject_can_be_shown", t.subject, 255),
    uniqueIndex("one_person_by_subject").on(t.issuer, t.subject).where(sql`${t.endedAt} is null`),
    uniqueIndex("one_subject_of_a_person").on(t.personId, t.issuer).where(sql`${t.endedAt} is null`),
  ],
);

/**
 * That a person shows a code of an app's beside their password, from the moment that they confirmed it with one, until it is
 * taken away: by themselves; by a performance officer, or by a command (null `endedBy`). The sign-in role alone reads the
 * secret, which is sealed with a key that the database does not hold.
 */
export const secondFactor = pgTable(
  "second_factor",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    sealedSecret: text("sealed_secret").notNull(),
    madeAt: at("made_at").notNull().default(now),
    confirmedAt: at("confirmed_at"),
    /** The half minute of the newest code that was used: it and those before it count no more. */
    lastStep: bigint("last_step", { mode: "number" }),
    endedAt: at("ended_at"),
    endedBy: uuid("ended_by").references(() => person.id),
  },
  (t) => [
    uniqueIndex("one_second_factor_of_a_person").on(t.personId).where(sql`${t.endedAt} is null`),
    check(
      "second_factor_is_sealed",
      sql`${t.sealedSecret} ~ '^[A-Za-z0-9_-]+([.][A-Za-z0-9_-]*){4}$' and length(${t.sealedSecret}) <= 1000`,
    ),
  ],
);

/** A code on paper, for who has not got their app at hand: each works once, and those of the newest sheet alone. */
export const recoveryCode = pgTable(
  "recovery_code",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    factorId: uuid("factor_id")
      .notNull()
      .references(() => secondFactor.id),
    codeHash: text("code_hash").notNull(),
    madeAt: at("made_at").notNull().default(now),
    usedAt: at("used_at"),
  },
  (t) => [
    index("recovery_code_by_factor").on(t.factorId, t.madeAt),
    check("recovery_code_hash_as_long_as_a_digest", sql`length(${t.codeHash}) = 64`),
  ],
);

/** A link by which a person sets their first password. Null `invitedBy`: invited by an operator's command. */
export const invitation = pgTable(
  "invitation",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    tokenHash: text("token_hash").notNull().unique(),
    invitedAt: at("invited_at").notNull().default(now),
    invitedBy: uuid("invited_by").references(() => person.id),
    expiresAt: at("expires_at").notNull(),
    acceptedAt: at("accepted_at"),
  },
  (t) => [
    index("invitation_by_person").on(t.personId),
    check("invitation_token_hash_as_long_as_a_digest", sql`length(${t.tokenHash}) between 1 and 64`),
  ],
);

/** A link by which somebody who no longer knows their password sets a new one, sent to their address and nowhere else. */
export const passwordReset = pgTable(
  "password_reset",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    tokenHash: text("token_hash").notNull().unique(),
    askedAt: at("asked_at").notNull().default(now),
    expiresAt: at("expires_at").notNull(),
    /** It holds for the person as they were: who is disabled, and enabled again, asks for another. */
    personVersion: integer("person_version").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [
    index("password_reset_by_person").on(t.personId, t.askedAt),
    check("password_reset_token_hash_as_long_as_a_digest", sql`length(${t.tokenHash}) = 64`),
    check("password_reset_for_an_hour", sql`${t.expiresAt} <= ${t.askedAt} + interval '1 hour'`),
  ],
);

/**
 * Who signs in at an issuer with a verified e-mail address of a domain, and in a group where one is named, is given a role as
 * they first come; until the rule is ended. Null `madeBy`: made by an operator's command.
 */
export const signInRule = pgTable(
  "sign_in_rule",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    /** As it names itself, without a slash at its end. */
    issuer: text("issuer").notNull(),
    domain: text("domain").notNull(),
    /** As the issuer writes it in `groups`, letter by letter. */
    inGroup: text("in_group"),
    role: text("role", { enum: rolesOfRules }).notNull(),
    teamId: uuid("team_id").references(() => team.id),
    madeAt: at("made_at").notNull().default(now),
    madeBy: uuid("made_by").references(() => person.id),
    endedAt: at("ended_at"),
    endedBy: uuid("ended_by").references(() => person.id),
  },
  (t) => [
    isOneOf("rule_makes_no_officer_nor_auditor", t.role, rolesOfRules),
    foreignKey({
      name: "rule_for_a_team_of_its_organisation",
      columns: [t.organisationId, t.teamId],
      foreignColumns: [team.organisationId, team.id],
    }),
    check(
      "rule_with_team_for_team_roles_alone",
      sql`(${t.teamId} is not null) = (${t.role} in (${quoted(teamRoles)}))`,
    ),
    canBeShown("rule_issuer_can_be_shown", t.issuer, 500),
    canBeShown("rule_group_can_be_shown", t.inGroup, 200),
    check(
      "rule_of_a_domain",
      sql`${t.domain} ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$' and length(${t.domain}) <= 253`,
    ),
    uniqueIndex("one_rule_of_a_kind")
      .on(
        t.organisationId,
        t.issuer,
        t.domain,
        sql`coalesce(${t.inGroup}, '')`,
        t.role,
        sql`coalesce(${t.teamId}, '00000000-0000-0000-0000-000000000000')`,
      )
      .where(sql`${t.endedAt} is null`),
    index("rule_by_issuer").on(t.issuer, t.domain),
  ],
);

/**
 * A role that a person holds, for one team if it is a team's role; from the grant on, or from a day, and until a day, both
 * included, or without an end. Null `grantedBy`: granted by a sign-in rule, or else by an operator's command.
 */
export const roleGrant = pgTable(
  "role_grant",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    role: text("role", { enum: roles }).notNull(),
    teamId: uuid("team_id").references(() => team.id),
    grantedAt: at("granted_at").notNull().default(now),
    grantedBy: uuid("granted_by").references(() => person.id),
    fromDay: date("from_day", { mode: "string" }),
    toDay: date("to_day", { mode: "string" }),
    revokedAt: at("revoked_at"),
    revokedBy: uuid("revoked_by").references(() => person.id),
    ruleId: uuid("rule_id").references(() => signInRule.id),
    version: version(),
  },
  (t) => [
    isOneOf("role_is_known", t.role, roles),
    foreignKey({
      name: "role_for_a_team_of_its_organisation",
      columns: [t.organisationId, t.teamId],
      foreignColumns: [team.organisationId, team.id],
    }),
    check("team_for_team_roles_alone", sql`(${t.teamId} is not null) = (${t.role} in (${quoted(teamRoles)}))`),
    check("nobody_grants_to_themselves", sql`${t.grantedBy} <> ${t.personId}`),
    check("granted_by_somebody_or_a_rule", sql`num_nonnulls(${t.grantedBy}, ${t.ruleId}) <= 1`),
    check("role_from_day_to_day", sql`${t.fromDay} <= ${t.toDay}`),
    isADay("role_from_a_day", t.fromDay),
    isADay("role_to_a_day", t.toDay),
    index("role_grant_by_person").on(t.personId),
    index("role_grant_by_organisation").on(t.organisationId, t.personId),
    index("role_grant_by_team").on(t.teamId, t.role).where(sql`${t.teamId} is not null`),
  ],
);

/** Between two days, both included, one head of service decides for another, of one team. Null `namedBy`: an operator's command. */
export const deputy = pgTable(
  "deputy",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    headId: uuid("head_id")
      .notNull()
      .references(() => person.id),
    deputyId: uuid("deputy_id")
      .notNull()
      .references(() => person.id),
    teamId: uuid("team_id")
      .notNull()
      .references(() => team.id),
    fromDay: date("from_day", { mode: "string" }).notNull(),
    toDay: date("to_day", { mode: "string" }).notNull(),
    namedAt: at("named_at").notNull().default(now),
    namedBy: uuid("named_by").references(() => person.id),
    withdrawnAt: at("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by").references(() => person.id),
    version: version(),
  },
  (t) => [
    foreignKey({
      name: "deputy_for_a_team_of_its_organisation",
      columns: [t.organisationId, t.teamId],
      foreignColumns: [team.organisationId, team.id],
    }),
    check("deputy_for_somebody_else", sql`${t.headId} <> ${t.deputyId}`),
    check("deputy_from_day_to_day", sql`${t.fromDay} <= ${t.toDay}`),
    isADay("deputy_from_a_day", t.fromDay),
    isADay("deputy_to_a_day", t.toDay),
    index("deputy_by_person").on(t.deputyId, t.headId),
    index("deputy_by_head").on(t.headId, t.teamId),
  ],
);

/** One sign-in. The row, not the cookie, is the authority on every request. */
export const session = pgTable(
  "session",
  {
    id: id(),
    tokenHash: text("token_hash").notNull().unique(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    method: text("method", { enum: sessionMethods }).notNull(),
    startedAt: at("started_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
    endedBy: uuid("ended_by").references(() => person.id),
  },
  (t) => [isOneOf("session_method_is_known", t.method, sessionMethods), index("session_by_person").on(t.personId)],
);

/** When a session was last seen, to the minute. Not in the trail. */
export const sessionTouch = pgTable("session_touch", {
  sessionId: uuid("session_id")
    .primaryKey()
    .references(() => session.id),
  touchedAt: at("touched_at").notNull(),
});

/** Counters of the sign-in throttle. Not in the trail. */
export const limits = pgTable("limits", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expire: bigint("expire", { mode: "number" }),
});

/** A part of the history that somebody comes back to: its filters as JSON, by a name of their own. */
export const savedView = pgTable(
  "saved_view",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    name: text("name").notNull(),
    asked: text("asked").notNull(),
    savedAt: at("saved_at").notNull().default(now),
    savedBy: uuid("saved_by")
      .notNull()
      .references(() => person.id),
    endedAt: at("ended_at"),
    endedBy: uuid("ended_by").references(() => person.id),
  },
  (t) => [
    canBeShown("saved_view_name_can_be_shown", t.name, 60),
    canBeShown("saved_view_asked_can_be_shown", t.asked, 2000),
    uniqueIndex("one_view_by_name").on(t.personId, t.name).where(sql`${t.endedAt} is null`),
  ],
);
