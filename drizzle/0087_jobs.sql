-- Jobs are pg-boss's. Its schema is made here, as `getConstructionPlans("pgboss")` of pg-boss 12.38.0 says it, because no
-- login that serves or works may make a table; without the days of its statistics, which are off. A later version of its schema comes with a migration of its own.
create schema pgboss;
--> statement-breakpoint
    CREATE TYPE pgboss.job_state AS ENUM (
      'created',
      'retry',
      'active',
      'completed',
      'cancelled',
      'failed'
    )
  ;

    CREATE FUNCTION pgboss.job_now()
    RETURNS timestamp with time zone AS
    $$
      SELECT pg_catalog.now();
    $$
    LANGUAGE sql STABLE;
  ;

    CREATE TABLE pgboss.version (
      version int primary key,
      cron_on timestamp with time zone,
      bam_on timestamp with time zone,
      flow_on timestamp with time zone,
      reindex_on timestamp with time zone,
      monitor_backoff_on timestamp with time zone
    )
  ;

    CREATE TABLE pgboss.queue (
      name text NOT NULL,
      policy text NOT NULL,
      retry_limit int NOT NULL,
      retry_delay int NOT NULL,
      retry_backoff bool NOT NULL,
      retry_delay_max int,
      expire_seconds int NOT NULL,
      retention_seconds int NOT NULL,
      deletion_seconds int NOT NULL,
      dead_letter text REFERENCES pgboss.queue (name) CHECK (dead_letter IS DISTINCT FROM name),
      partition bool NOT NULL,
      table_name text NOT NULL,
      deferred_count int NOT NULL default 0,
      blocked_count int NOT NULL default 0,
      queued_count int NOT NULL default 0,
      ready_count int NOT NULL default 0,
      warning_queued int NOT NULL default 0,
      active_count int NOT NULL default 0,
      failed_count int NOT NULL default 0,
      total_count int NOT NULL default 0,
      retained_count int,
      retained_on timestamp with time zone,
      created_delta int NOT NULL default 0,
      completed_delta int NOT NULL default 0,
      failed_delta int NOT NULL default 0,
      delta_on timestamp with time zone,
      delta_seconds int,
      wait_bins int[],
      run_bins int[],
      ready_oldest_seconds int,
      ready_history int[] NOT NULL default '{}',
      heartbeat_seconds int,
      notify bool NOT NULL DEFAULT false,
      singletons_active text[],
      monitor_claim_on timestamp with time zone,
      monitor_on timestamp with time zone,
      maintain_on timestamp with time zone,
      created_on timestamp with time zone not null default now(),
      updated_on timestamp with time zone not null default now(),
      PRIMARY KEY (name)
    )
  ;

    CREATE TABLE pgboss.schedule (
      name text REFERENCES pgboss.queue ON DELETE CASCADE,
      key text not null DEFAULT '',
      kind text not null DEFAULT 'cron' CHECK (kind IN ('cron', 'rrule')),
      cron text not null,
      timezone text DEFAULT 'UTC',
      data jsonb,
      options jsonb,
      created_on timestamp with time zone not null default now(),
      updated_on timestamp with time zone not null default now(),
      last_job_id uuid,
      PRIMARY KEY (name, key)
    )
  ;

    CREATE TABLE pgboss.subscription (
      event text not null,
      name text not null REFERENCES pgboss.queue ON DELETE CASCADE,
      created_on timestamp with time zone not null default now(),
      updated_on timestamp with time zone not null default now(),
      PRIMARY KEY(event, name)
    )
  ;

    CREATE TABLE pgboss.bam (
      id uuid PRIMARY KEY default gen_random_uuid(),
      name text NOT NULL,
      version int NOT NULL,
      status text NOT NULL DEFAULT 'pending',
      queue text,
      table_name text NOT NULL,
      command text NOT NULL,
      error text,
      created_on timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
      started_on timestamp with time zone,
      completed_on timestamp with time zone
    )
  ;

    CREATE FUNCTION pgboss.job_table_format(command text, table_name text)
    RETURNS text AS
    $$
      SELECT format(
        regexp_replace(
          regexp_replace(command, '\.job\y', '.%1$I', 'g'),
          '\yjob_i(\d+)', '%1$s_i\1', 'g'
        ),
        table_name
      );
    $$
    LANGUAGE sql IMMUTABLE;
  ;

    CREATE FUNCTION pgboss.job_table_run(command text, tbl_name text DEFAULT NULL, queue_name text DEFAULT NULL)
    RETURNS VOID AS
    $$
    DECLARE
      tbl RECORD;
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM pgboss.queue WHERE name = queue_name;
      END IF;

      IF tbl_name IS NOT NULL THEN
        EXECUTE pgboss.job_table_format(command, tbl_name);
        RETURN;
      END IF;

      EXECUTE pgboss.job_table_format(command, 'job_common');

      FOR tbl IN SELECT table_name FROM pgboss.queue WHERE partition = true
      LOOP
        EXECUTE pgboss.job_table_format(command, tbl.table_name);
      END LOOP;
    END;
    $$
    LANGUAGE plpgsql;
  ;

    CREATE FUNCTION pgboss.job_table_run_async(command_name text, version int, command text, tbl_name text DEFAULT NULL, queue_name text DEFAULT NULL)
    RETURNS VOID AS
    $$
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM pgboss.queue WHERE name = queue_name;
      END IF;

      IF tbl_name IS NOT NULL THEN
        INSERT INTO pgboss.bam (name, version, status, queue, table_name, command)
        VALUES (
          command_name,
          version,
          'pending',
          queue_name,
          tbl_name,
          pgboss.job_table_format(command, tbl_name)
        );
        RETURN;
      END IF;

      INSERT INTO pgboss.bam (name, version, status, queue, table_name, command)
      SELECT
        command_name,
        version,
        'pending',
        NULL,
        'job_common',
        pgboss.job_table_format(command, 'job_common')
      UNION ALL
      SELECT
        command_name,
        version,
        'pending',
        queue.name,
        queue.table_name,
        pgboss.job_table_format(command, queue.table_name)
      FROM pgboss.queue
      WHERE partition = true;
    END;
    $$
    LANGUAGE plpgsql;
  ;

    CREATE TABLE pgboss.job (
      id uuid not null default gen_random_uuid(),
      name text not null,
      priority integer not null default(0),
      data jsonb,
      state pgboss.job_state not null default 'created',
      retry_limit integer not null default 2,
      retry_count integer not null default 0,
      retry_delay integer not null default 0,
      retry_backoff boolean not null default false,
      retry_delay_max integer,
      expire_seconds int not null default 900,
      deletion_seconds int not null default 604800,
      singleton_key text,
      singleton_on timestamp without time zone,
      group_id text,
      group_tier text,
      start_after timestamp with time zone not null default now(),
      created_on timestamp with time zone not null default now(),
      started_on timestamp with time zone,
      completed_on timestamp with time zone,
      keep_until timestamp with time zone NOT NULL default now() + interval '1209600',
      output jsonb,
      dead_letter text,
      policy text,
      heartbeat_on timestamp with time zone,
      heartbeat_seconds int,
      blocked boolean not null default false,
      blocking boolean not null default false,
      pending_dependencies int not null default 0,
      source_name text,
      source_id uuid,
      source_created_on timestamp with time zone,
      source_retry_count int,
      source_output jsonb,
      source_root_id uuid,
      trace_context jsonb,
      upsert_by_key bool
    ) PARTITION BY LIST (name)
  ;
ALTER TABLE pgboss.job ADD PRIMARY KEY (name, id);

    CREATE TABLE pgboss.job_common (LIKE pgboss.job INCLUDING GENERATED INCLUDING DEFAULTS);

    SELECT pgboss.job_table_run($cmd$ALTER TABLE pgboss.job ADD PRIMARY KEY (name, id)$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$ALTER TABLE pgboss.job ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$ALTER TABLE pgboss.job ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE UNIQUE INDEX job_i1 ON pgboss.job (name, COALESCE(singleton_key, '')) WHERE state = 'created' AND policy = 'short'$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE UNIQUE INDEX job_i2 ON pgboss.job (name, COALESCE(singleton_key, '')) WHERE state = 'active' AND policy = 'singleton'$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE UNIQUE INDEX job_i3 ON pgboss.job (name, state, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'stately'$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE UNIQUE INDEX job_i6 ON pgboss.job (name, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'exclusive'$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE UNIQUE INDEX job_i8 ON pgboss.job (name, singleton_key) WHERE state IN ('active', 'retry', 'failed') AND policy = 'key_strict_fifo'$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE INDEX job_i10 ON pgboss.job (name, singleton_key, state DESC, created_on, id) INCLUDE (start_after) WHERE state < 'active' AND NOT blocked AND policy = 'key_strict_fifo'$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$ALTER TABLE pgboss.job ADD CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK (NOT (policy = 'key_strict_fifo' AND singleton_key IS NULL))$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE UNIQUE INDEX job_i4 ON pgboss.job (name, singleton_on, COALESCE(singleton_key, '')) WHERE state <> 'cancelled' AND singleton_on IS NOT NULL$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE INDEX job_i11 ON pgboss.job (name, priority DESC, created_on, start_after) WHERE state < 'active' AND NOT blocked$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE INDEX job_i7 ON pgboss.job (name, group_id) WHERE state = 'active' AND group_id IS NOT NULL$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE INDEX job_i9 ON pgboss.job (name, id) WHERE blocking AND state = 'completed'$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE INDEX job_i12 ON pgboss.job (source_root_id) WHERE source_root_id IS NOT NULL$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE UNIQUE INDEX job_i13 ON pgboss.job (name, singleton_key) WHERE state = 'created' AND upsert_by_key$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE INDEX job_i14 ON pgboss.job (name, state, blocked, start_after) WHERE state IN ('created', 'retry', 'active', 'failed')$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE INDEX job_i15 ON pgboss.job (name, created_on)$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE INDEX job_i16 ON pgboss.job (name, completed_on) WHERE completed_on IS NOT NULL$cmd$, 'job_common');
    SELECT pgboss.job_table_run($cmd$CREATE INDEX job_i17 ON pgboss.job (name, singleton_key, created_on) WHERE state < 'active' AND singleton_key IS NOT NULL$cmd$, 'job_common');

    ALTER TABLE pgboss.job ATTACH PARTITION pgboss.job_common DEFAULT;
  ;

    CREATE TABLE pgboss.warning (
      id uuid PRIMARY KEY default gen_random_uuid(),
      type text NOT NULL,
      message text NOT NULL,
      data jsonb,
      created_on timestamp with time zone NOT NULL DEFAULT now()
    )
  ;
CREATE INDEX warning_i1 ON pgboss.warning (created_on DESC);

    CREATE TABLE pgboss.queue_stats (
      id uuid NOT NULL DEFAULT gen_random_uuid(),
      name text NOT NULL,
      deferred_count int NOT NULL DEFAULT 0,
      queued_count   int NOT NULL DEFAULT 0,
      ready_count    int NOT NULL DEFAULT 0,
      active_count   int NOT NULL DEFAULT 0,
      failed_count   int NOT NULL DEFAULT 0,
      total_count    int NOT NULL DEFAULT 0,
      created_delta   int,
      completed_delta int,
      failed_delta    int,
      delta_seconds   int,
      delta_on        timestamptz,
      wait_bins       int[],
      run_bins        int[],
      ready_oldest_seconds int,
      captured_on timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (id, captured_on)
    ) PARTITION BY RANGE (captured_on)
  ;
CREATE INDEX queue_stats_i1 ON pgboss.queue_stats (name, captured_on DESC) INCLUDE (deferred_count, queued_count, ready_count, active_count, failed_count, total_count);
;

    CREATE TABLE pgboss.job_dependency (
      child_name text NOT NULL,
      child_id uuid NOT NULL,
      parent_name text NOT NULL,
      parent_id uuid NOT NULL,
      PRIMARY KEY (child_name, child_id, parent_name, parent_id)
    )
  ;
CREATE INDEX IF NOT EXISTS job_dep_parent_idx ON pgboss.job_dependency (parent_name, parent_id);

    CREATE TABLE pgboss.instance (
      id uuid PRIMARY KEY,
      name text,
      host text NOT NULL,
      pid int NOT NULL,
      version text NOT NULL,
      node_version text NOT NULL,
      application_name text,
      heartbeat_seconds int NOT NULL,
      supervise bool NOT NULL,
      schedule bool NOT NULL,
      migrate bool NOT NULL,
      persist_queue_stats bool NOT NULL,
      persist_warnings bool NOT NULL,
      pool_max int,
      pool_total int,
      pool_idle int,
      pool_waiting int,
      workers jsonb NOT NULL DEFAULT '[]'::jsonb,
      metrics jsonb,
      config jsonb NOT NULL DEFAULT '{}'::jsonb,
      crash_restarts int NOT NULL DEFAULT 0,
      crash_restarts_since timestamptz,
      started_on timestamptz NOT NULL DEFAULT now(),
      heartbeat_on timestamptz NOT NULL DEFAULT now(),
      stopped_on timestamptz
    )
  ;

    CREATE FUNCTION pgboss.create_queue(queue_name text, options jsonb)
    RETURNS VOID AS
    $$
    DECLARE
      tablename varchar := CASE WHEN options->>'partition' = 'true'
                            THEN 'j' || encode(sha224(queue_name::bytea), 'hex')
                            ELSE 'job_common'
                            END;
      queue_created_on timestamptz;
    BEGIN

      WITH q as (
        INSERT INTO pgboss.queue (
          name,
          policy,
          retry_limit,
          retry_delay,
          retry_backoff,
          retry_delay_max,
          expire_seconds,
          retention_seconds,
          deletion_seconds,
          warning_queued,
          dead_letter,
          partition,
          table_name,
          heartbeat_seconds,
          notify,
          created_on,
          updated_on
        )
        VALUES (
          queue_name,
          options->>'policy',
          COALESCE((options->>'retryLimit')::int, 2),
          COALESCE((options->>'retryDelay')::int, 0),
          COALESCE((options->>'retryBackoff')::bool, false),
          (options->>'retryDelayMax')::int,
          COALESCE((options->>'expireInSeconds')::int, 900),
          COALESCE((options->>'retentionSeconds')::int, 1209600),
          COALESCE((options->>'deleteAfterSeconds')::int, 604800),
          COALESCE((options->>'warningQueueSize')::int, 0),
          options->>'deadLetter',
          COALESCE((options->>'partition')::bool, false),
          tablename,
          (options->>'heartbeatSeconds')::int,
          COALESCE((options->>'notify')::bool, false),
          pgboss.job_now(),
          pgboss.job_now()
        )
        ON CONFLICT DO NOTHING
        RETURNING created_on
      )
      SELECT created_on into queue_created_on from q;

      IF queue_created_on IS NULL OR options->>'partition' IS DISTINCT FROM 'true' THEN
        RETURN;
      END IF;

      EXECUTE format('CREATE TABLE pgboss.%I (LIKE pgboss.job INCLUDING DEFAULTS)', tablename);

      EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD PRIMARY KEY (name, id)$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);

      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i11 ON pgboss.job (name, priority DESC, created_on, start_after) WHERE state < 'active' AND NOT blocked$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i4 ON pgboss.job (name, singleton_on, COALESCE(singleton_key, '')) WHERE state <> 'cancelled' AND singleton_on IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i7 ON pgboss.job (name, group_id) WHERE state = 'active' AND group_id IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i9 ON pgboss.job (name, id) WHERE blocking AND state = 'completed'$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i12 ON pgboss.job (source_root_id) WHERE source_root_id IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i13 ON pgboss.job (name, singleton_key) WHERE state = 'created' AND upsert_by_key$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i14 ON pgboss.job (name, state, blocked, start_after) WHERE state IN ('created', 'retry', 'active', 'failed')$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i15 ON pgboss.job (name, created_on)$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i16 ON pgboss.job (name, completed_on) WHERE completed_on IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i17 ON pgboss.job (name, singleton_key, created_on) WHERE state < 'active' AND singleton_key IS NOT NULL$cmd$, tablename);

      IF options->>'policy' = 'short' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i1 ON pgboss.job (name, COALESCE(singleton_key, '')) WHERE state = 'created' AND policy = 'short'$cmd$, tablename);
      ELSIF options->>'policy' = 'singleton' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i2 ON pgboss.job (name, COALESCE(singleton_key, '')) WHERE state = 'active' AND policy = 'singleton'$cmd$, tablename);
      ELSIF options->>'policy' = 'stately' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i3 ON pgboss.job (name, state, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'stately'$cmd$, tablename);
      ELSIF options->>'policy' = 'exclusive' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i6 ON pgboss.job (name, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'exclusive'$cmd$, tablename);
      ELSIF options->>'policy' = 'key_strict_fifo' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i8 ON pgboss.job (name, singleton_key) WHERE state IN ('active', 'retry', 'failed') AND policy = 'key_strict_fifo'$cmd$, tablename);
        EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i10 ON pgboss.job (name, singleton_key, state DESC, created_on, id) INCLUDE (start_after) WHERE state < 'active' AND NOT blocked AND policy = 'key_strict_fifo'$cmd$, tablename);
        EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK (NOT (policy = 'key_strict_fifo' AND singleton_key IS NULL))$cmd$, tablename);
      END IF;

      EXECUTE format('ALTER TABLE pgboss.%I ADD CONSTRAINT cjc CHECK (name=%L)', tablename, queue_name);
      EXECUTE format('ALTER TABLE pgboss.job ATTACH PARTITION pgboss.%I FOR VALUES IN (%L)', tablename, queue_name);
    END;
    $$
    LANGUAGE plpgsql;
  ;

    CREATE FUNCTION pgboss.delete_queue(queue_name text)
    RETURNS VOID AS
    $$
    DECLARE
      v_table varchar;
      v_partition bool;
    BEGIN

      SELECT table_name, partition
      FROM pgboss.queue
      WHERE name = queue_name
      INTO v_table, v_partition;

      IF v_partition THEN
        EXECUTE format('DROP TABLE IF EXISTS pgboss.%I', v_table);
      ELSE
        EXECUTE format('DELETE FROM pgboss.%I WHERE name = %L', v_table, queue_name);
      END IF;

      DELETE FROM pgboss.queue WHERE name = queue_name;
    END;
    $$
    LANGUAGE plpgsql;
  ;
INSERT INTO pgboss.version(version) VALUES ('46');
--> statement-breakpoint

-- Who is killed says no more that they live, and the job is taken up again by another, twice at most.
select pgboss.create_queue('file', '{"policy": "standard", "retryLimit": 2, "retryDelay": 0, "heartbeatSeconds": 15, "expireInSeconds": 300}');
--> statement-breakpoint

-- Whom a file is made for, with the roles they hold now, whether they are signed in or not; null for who may nothing any more.
create function files.maker_of(of_person uuid, of_organisation uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select access.with_standing(jsonb_build_object(
    'kind', 'person',
    'sessionId', '',
    'person', jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email),
    'organisation', jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'timeZone', o.time_zone),
    'roles', held.roles))
  from public.person p join public.organisation o on o.id = of_organisation
  cross join lateral (
    select jsonb_agg(jsonb_build_object('role', g.role, 'team', case when t.id is not null then
      jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name) end) order by g.role, t.name) as roles
    from public.role_grant g left join public.team t on t.id = g.team_id and t.organisation_id = g.organisation_id
    where g.person_id = p.id and g.organisation_id = o.id and g.revoked_at is null) held
  where p.id = of_person and p.disabled_at is null and held.roles is not null
$$;
--> statement-breakpoint

-- Asks for a board pack, which is entered as every file is, and made by the worker. The same form sent twice asks once.
-- Answers whether this one did.
create function files.ask(token text, file uuid, of_scorecard uuid, given jsonb, asked jsonb, address text, agent text)
returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor jsonb := access.actor(ask.token);
  whose uuid := actor #>> '{person,id}';
begin
  if actor is null then
    raise exception 'Your session has ended. Sign in again.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  -- One form after the other of the same person.
  perform pg_advisory_xact_lock(hashtextextended('files.ask ' || whose, 0));
  -- And none while words go out of those that are there, so that none is made of them unseen.
  perform pg_advisory_xact_lock_shared(hashtextextended('files of ' || (actor #>> '{organisation,id}'), 0));
  if exists (select from files.kept_file k where k.id = ask.file and num_nonnulls(k.cancelled_at, k.failed_at, k.withdrawn_at) > 0) then
    raise exception 'What this form asked for is not made any more. Send it again, and another one is.' using errcode = 'CD005', detail = 'REQUEST_REUSED';
  end if;
  if exists (select from files.kept_file k where k.id = ask.file) then
    return false;
  end if;
  if (select count(*) from files.kept_file k where k.person_id = whose and num_nonnulls(k.made_at, k.cancelled_at, k.failed_at, k.withdrawn_at) = 0) >= 5 then
    raise exception 'Five of your files wait to be made. Ask again once one of them is, or cancel one.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if not exists (select from public.scorecard s where s.id = of_scorecard and s.organisation_id = (actor #>> '{organisation,id}')::uuid) then
    raise exception 'There is no such scorecard.' using errcode = 'CD005', detail = 'NOT_FOUND';
  end if;
  perform audit.read(ask.token, 'scorecard.export', of_scorecard, ask.asked, ask.address, ask.agent);
  insert into files.kept_file (id, organisation_id, person_id, scorecard_id, paper, name, from_month, to_month, cut, edition, is_live, hides_small, goes_at)
  values (ask.file, (actor #>> '{organisation,id}')::uuid, whose, of_scorecard, given ->> 'paper', given ->> 'name',
    (given ->> 'from' || '-01')::date, (given ->> 'to' || '-01')::date, (given ->> 'cut')::bigint, given ->> 'edition',
    (given ->> 'isLive')::boolean, (given ->> 'hidesSmall')::boolean, now() + interval '7 days');
  insert into pgboss.job (id, name, data, policy, retry_limit, retry_delay, expire_seconds, deletion_seconds, heartbeat_seconds, keep_until)
  select ask.file, q.name, jsonb_build_object('file', ask.file), q.policy, q.retry_limit, q.retry_delay, q.expire_seconds, q.deletion_seconds,
    q.heartbeat_seconds, now() + interval '7 days'
  from pgboss.queue q where q.name = 'file';
  return true;
end $$;
--> statement-breakpoint

-- Cancels a file of one's own that is not made yet. Answers whether it was still to be made.
create function files.cancel(token text, file uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor jsonb := access.actor(cancel.token);
begin
  if actor is null then
    raise exception 'Your session has ended. Sign in again.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  if not exists (select from files.kept_file k where k.id = cancel.file and k.person_id = (actor #>> '{person,id}')::uuid
    and k.organisation_id = (actor #>> '{organisation,id}')::uuid) then
    raise exception 'There is no such file of yours.' using errcode = 'CD005', detail = 'NOT_FOUND';
  end if;
  update files.kept_file k set cancelled_at = now()
  where k.id = cancel.file and num_nonnulls(k.made_at, k.cancelled_at, k.failed_at, k.withdrawn_at) = 0;
  if not found then
    return false;
  end if;
  update pgboss.job j set state = 'cancelled', completed_on = now() where j.name = 'file' and j.id = cancel.file and j.state < 'completed';
  return true;
end $$;
--> statement-breakpoint

-- Whether its person lost a role since it was begun with the eyes of that role.
create function files.lost_a_role(k files.kept_file) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.role_grant g where g.person_id = k.person_id and g.organisation_id = k.organisation_id
    and g.granted_at <= k.made_at and g.revoked_at >= k.begun_at)
$$;
--> statement-breakpoint

-- A file's content, for who had it made and nobody else, while they may take files away and have every role by which it was made.
create function files.content_of(token text, file uuid) returns table (name text, content bytea)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor jsonb := access.actor(content_of.token);
begin
  if actor is null then
    raise exception 'Your session has ended. Sign in again.' using errcode = 'CD002', detail = 'SESSION_ENDED';
  end if;
  perform access.require_verb('scorecard.export', actor);
  return query select k.name, k.content from files.kept_file k
  where k.id = content_of.file and k.person_id = (actor #>> '{person,id}')::uuid and k.organisation_id = (actor #>> '{organisation,id}')::uuid
    and k.content is not null and k.goes_at > now() and not files.lost_a_role(k);
end $$;
--> statement-breakpoint

-- The worker takes a file up, anew where whoever began it was killed: what it is to be of, and with whose eyes.
create function files.take(file uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  taken files.kept_file;
begin
  update files.kept_file k set begun_at = now(), done = 0, parts = null
  where k.id = take.file and num_nonnulls(k.made_at, k.cancelled_at, k.failed_at, k.withdrawn_at) = 0 and k.goes_at > now()
  returning k.* into taken;
  if taken.id is null then
    return null;
  end if;
  return jsonb_build_object('actor', files.maker_of(taken.person_id, taken.organisation_id), 'slug', (select s.slug from public.scorecard s where s.id = taken.scorecard_id),
    'paper', taken.paper, 'from', to_char(taken.from_month, 'YYYY-MM'), 'to', to_char(taken.to_month, 'YYYY-MM'), 'cut', taken.cut,
    'takenAt', (select c.taken_at from audit.cut c where c.number = taken.cut), 'edition', taken.edition, 'isLive', taken.is_live, 'hidesSmall', taken.hides_small);
end $$;
--> statement-breakpoint

-- How far it is. Answers whether it is still wanted.
create function files.note_progress(file uuid, done int, parts int) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update files.kept_file k set done = note_progress.done, parts = note_progress.parts
  where k.id = note_progress.file and num_nonnulls(k.made_at, k.cancelled_at, k.failed_at, k.withdrawn_at) = 0;
  return found;
end $$;
--> statement-breakpoint

create function files.is_wanted(file uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from files.kept_file k where k.id = is_wanted.file and num_nonnulls(k.made_at, k.cancelled_at, k.failed_at, k.withdrawn_at) = 0)
$$;
--> statement-breakpoint

-- Keeps what was made, once: who comes second, or after it was cancelled or withdrawn, keeps nothing.
create function files.keep(file uuid, content bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update files.kept_file k set content = keep.content, size = length(keep.content), made_at = now(), goes_at = now() + interval '7 days', done = coalesce(k.parts, 0)
  where k.id = keep.file and num_nonnulls(k.made_at, k.cancelled_at, k.failed_at, k.withdrawn_at) = 0;
  return found;
end $$;
--> statement-breakpoint

create function files.give_up(file uuid, why text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update files.kept_file k set failed_at = now(), why = give_up.why
  where k.id = give_up.file and num_nonnulls(k.made_at, k.cancelled_at, k.failed_at, k.withdrawn_at) = 0
$$;
--> statement-breakpoint

-- Deletes what is over; and what no job makes any more, because everybody who began it was killed, is given up. Answers
-- whether any is still to be made.
create function files.sweep() returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from files.kept_file where goes_at <= now();
  update files.kept_file k set failed_at = now(), why = 'GAVE_UP'
  where num_nonnulls(k.made_at, k.cancelled_at, k.failed_at, k.withdrawn_at) = 0
    and not exists (select from pgboss.job j where j.name = 'file' and j.id = k.id and j.state < 'completed');
  select exists (select from files.kept_file k where num_nonnulls(k.made_at, k.cancelled_at, k.failed_at, k.withdrawn_at) = 0);
$$;
--> statement-breakpoint

-- Files in which words may stand that are taken out go with them: those of the same scorecard, of a moment when they stood there.
create function files.withdraw(of_redaction uuid, digests text[], in_organisation uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended('files of ' || in_organisation, 0));
  with stood as materialized (
    select e.scorecard, min(p.first_entry) as since from audit.places_of(digests, in_organisation) p
    left join audit.entry e on e.position = p.first_entry group by e.scorecard
  ), gone as (
    update files.kept_file k set withdrawn_at = now(), redaction_id = of_redaction, content = null
    from audit.cut c
    where k.organisation_id = in_organisation and c.number = k.cut and k.cancelled_at is null and k.failed_at is null and k.withdrawn_at is null
      and exists (select from stood s where (s.scorecard is null or s.scorecard = k.scorecard_id) and s.since <= c.newest)
    returning k.id
  )
  update pgboss.job j set state = 'cancelled', completed_on = now() from gone where j.name = 'file' and j.id = gone.id and j.state < 'completed'
$$;
--> statement-breakpoint

-- In the act that takes them out.
do $do$
declare
  before text := pg_get_functiondef('audit.redact_words'::regproc);
  after text := replace(before, 'return cardinality(digests);', 'perform files.withdraw(of_redaction, digests, asked.organisation_id);
  return cardinality(digests);');
begin
  if after = before then
    raise exception 'audit.redact_words is not as it was.';
  end if;
  execute after;
end $do$;
