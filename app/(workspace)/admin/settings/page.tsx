import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { CommentRulesForm } from "#components/settings/comment-rules-form";
import { SecondFactorRuleForm } from "#components/settings/second-factor-rule-form";
import {
  NameForm,
  PublishingRuleForm,
  RetentionForm,
  SessionLifeForm,
  TimeZoneForm,
} from "#components/settings/setting-forms";
import { SettingsDoneNote } from "#components/settings/settings-done";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { requirePermission } from "#lib/audit/require-permission";
import { verbWords } from "#lib/history/verb-words";
import { paths } from "#lib/paths";
import { ledByRole } from "#lib/people/second-factor/led-by-role";
import { listWithoutSecondFactor } from "#lib/people/second-factor/list-without";
import { commentRulesWords, everyRule } from "#lib/rules/comment-rules";
import { dayIn } from "#lib/rules/day";
import { type Month, monthName } from "#lib/rules/month";
import { timeZones } from "#lib/rules/time-zone";
import { getCommentRules } from "#lib/settings/get-comment-rules";
import { getSettings } from "#lib/settings/get-settings";

export const metadata: Metadata = { title: "Settings" };

/** In hours: what an organisation sets ends a session within a day. */
const longest = 24;

const verbs = [
  "organisation.rename",
  "time_zone.set",
  "session_life.set",
  "publishing_rule.set",
  "second_factor_rule.set",
  "retention.set",
  "comment_rule.set",
  "month_rule.set",
];

/** What the organisation sets for itself, each by a form of its own. */
export default async function SettingsPage({ searchParams }: PageProps<"/admin/settings">) {
  const [actor, { done }] = await Promise.all([requirePermission("organisation.rename"), searchParams]);
  const today = dayIn(actor.organisation.timeZone, new Date()).slice(0, 7) as Month;
  const [settings, said, without] = await Promise.all([
    getSettings(actor),
    getCommentRules(actor, today),
    listWithoutSecondFactor(actor),
  ]);
  const given = () => ({ seen: settings.version, request: randomUUID() });
  const { limits } = settings;
  const idleHours = Math.min(settings.sessionIdleHours ?? limits.idleHours, limits.idleHours, longest);
  const hours = Math.min(settings.sessionHours ?? limits.hours, limits.hours, longest);
  return (
    <div className="max-w-3xl">
      <PageHeading title="Settings" meta={actor.organisation.name} />
      <SettingsDoneNote done={done} />
      <h2 className="mt-6 mb-1 text-xl">Name</h2>
      <NameForm name={settings.name} {...given()} />
      <h2 className="mt-8 mb-1 text-xl">Time zone</h2>
      <TimeZoneForm timeZone={settings.timeZone} zones={timeZones().join(" ")} {...given()} />
      <h2 className="mt-8 mb-1 text-xl">When sessions end</h2>
      <SessionLifeForm
        idleHours={idleHours}
        hours={hours}
        limits={{ idleHours: Math.min(limits.idleHours, longest), hours: Math.min(limits.hours, longest) }}
        {...given()}
      />
      <h2 className="mt-8 mb-1 text-xl">Second factors</h2>
      <SecondFactorRuleForm needed={settings.needsSecondFactor ?? []} leads={ledByRole(without)} {...given()} />
      <h2 className="mt-8 mb-1 text-xl">Publishing over what stands in the way</h2>
      <PublishingRuleForm publishesOver={settings.publishesOver} {...given()} />
      <h2 className="mt-8 mb-1 text-xl">How long words are kept</h2>
      <RetentionForm years={settings.keepsWordsYears} {...given()} />
      <h2 className="mt-8 mb-1 text-xl">When a comment is required</h2>
      <ul className="mb-3">
        {said.rules.length === 0 && <li>Always: {commentRulesWords(everyRule)}.</li>}
        {said.rules.map((rules) => (
          <li key={rules.fromMonth}>
            From {monthName(rules.fromMonth)}: {commentRulesWords(rules)}.
          </li>
        ))}
      </ul>
      <CommentRulesForm
        rules={said.rules.at(-1) ?? everyRule}
        months={said.months}
        seen={said.count}
        request={randomUUID()}
      />
      <h2 className="mt-8 mb-1 text-xl">When a month is due</h2>
      <p>
        <TextLink href={paths.workingDays()}>Working days and bank holidays</TextLink>, by which a month’s dates are
        proposed.
      </p>
      <h2 className="mt-8 mb-1 text-xl">What was set before</h2>
      <ul>
        {verbs.map((verb) => (
          <li key={verb}>
            <TextLink href={paths.history({ verb })}>{verbWords(verb).label}</TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
