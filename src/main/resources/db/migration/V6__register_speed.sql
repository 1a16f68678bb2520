-- What figures and the group's page would otherwise add up over the whole register is kept, by whatever hand it is written.

-- Where everybody stands who waits or is enrolled, and the plan then (P11), over the days that it holds. A plan is of one
-- enrolment: what was written before it, and after it, isn't part of it. An activity is started only if it doesn't go on and
-- ended only if it does, so more starts than ends mean that something goes on.
CREATE VIEW standing_as_written AS
WITH change AS (
    SELECT participant_id, group_slug, kind, day, id,
           kind IN ('ACTIVITY_STARTED', 'ACTIVITY_ENDED', 'PLAN_REVIEWED') AS of_plan
    FROM entry_that_counts
    WHERE kind IN ('INTEREST', 'WAITING', 'ADMITTED', 'RESTING', 'DISCHARGED', 'ACTIVITY_STARTED', 'ACTIVITY_ENDED',
        'PLAN_REVIEWED')),
numbered AS (
    SELECT *,
           lead(day) OVER so_far AS until,
           count(*) FILTER (WHERE NOT of_plan) OVER so_far AS nth_state,
           count(*) FILTER (WHERE kind IN ('INTEREST', 'WAITING', 'DISCHARGED')) OVER so_far AS nth_outside
    FROM change
    WINDOW so_far AS (PARTITION BY participant_id ORDER BY day, of_plan, id)),
placed AS (
    SELECT *,
           first_value(kind) OVER (PARTITION BY participant_id, nth_state ORDER BY day, of_plan, id) AS state,
           of_plan AND day >= min(day) FILTER (WHERE kind = 'ADMITTED')
               OVER (PARTITION BY participant_id, nth_outside) AS of_enrolment
    FROM numbered),
planned AS (
    SELECT *,
           coalesce(sum(CASE kind WHEN 'ACTIVITY_STARTED' THEN 1 WHEN 'ACTIVITY_ENDED' THEN -1 END)
               FILTER (WHERE of_enrolment) OVER so_far, 0) > 0 AS plan_goes_on,
           max(day) FILTER (WHERE of_enrolment) OVER so_far AS plan_reviewed_on
    FROM placed
    WINDOW so_far AS (PARTITION BY participant_id, nth_outside ORDER BY day, of_plan, id))
SELECT participant_id, group_slug, daterange(day, until) AS days, state, plan_goes_on, plan_reviewed_on
FROM planned
WHERE state IN ('WAITING', 'ADMITTED', 'RESTING') AND (until IS NULL OR day < until);

CREATE TABLE standing (
    participant_id   bigint NOT NULL REFERENCES participant,
    group_slug       text NOT NULL REFERENCES intervention_group,
    days             daterange NOT NULL,
    state            text NOT NULL,
    plan_goes_on     boolean NOT NULL,
    plan_reviewed_on date,
    PRIMARY KEY (participant_id, days)
);
INSERT INTO standing SELECT * FROM standing_as_written;
-- Everybody on a day, read from the index alone.
CREATE INDEX standing_on_day ON standing USING gist (days)
    INCLUDE (participant_id, group_slug, state, plan_goes_on, plan_reviewed_on);

CREATE FUNCTION keep_standing(the_participant bigint) RETURNS void LANGUAGE sql AS $$
    DELETE FROM standing kept
    WHERE participant_id = the_participant AND NOT EXISTS (
        SELECT FROM standing_as_written written
        WHERE written.participant_id = the_participant AND written.days = kept.days AND written.state = kept.state
            AND written.plan_goes_on = kept.plan_goes_on
            AND written.plan_reviewed_on IS NOT DISTINCT FROM kept.plan_reviewed_on);
    INSERT INTO standing SELECT * FROM standing_as_written WHERE participant_id = the_participant
    ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION keep_standing_as_entered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_standing(participant_id)
    FROM (SELECT DISTINCT participant_id FROM added
          WHERE kind IN ('INTEREST', 'WAITING', 'ADMITTED', 'RESTING', 'DISCHARGED', 'ACTIVITY_STARTED', 'ACTIVITY_ENDED',
              'PLAN_REVIEWED')) changed;
    RETURN NULL;
END $$;
CREATE TRIGGER participant_entry_keeps_standing AFTER INSERT ON participant_entry REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION keep_standing_as_entered();

CREATE FUNCTION keep_standing_as_struck() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_standing(participant_id)
    FROM (SELECT DISTINCT participant_id FROM participant_entry WHERE id IN (SELECT entry_id FROM added)) changed;
    RETURN NULL;
END $$;
CREATE TRIGGER struck_entry_keeps_standing AFTER INSERT ON struck_entry REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION keep_standing_as_struck();

-- Must always be empty.
CREATE VIEW standing_mismatch AS
(SELECT * FROM standing EXCEPT SELECT * FROM standing_as_written)
UNION ALL
(SELECT * FROM standing_as_written EXCEPT SELECT * FROM standing);

-- The latest enrolment up to a day knows the ones before it, so that nobody's enrolments need be gathered to be counted.
ALTER TABLE enrolment ADD COLUMN nth integer NOT NULL DEFAULT 1 CHECK (nth > 0);
ALTER TABLE enrolment ADD COLUMN days_before integer NOT NULL DEFAULT 0 CHECK (days_before >= 0);
-- The day of the next one; null while there is none.
ALTER TABLE enrolment ADD COLUMN next_starts date;

CREATE VIEW enrolment_in_order AS
SELECT participant_id, starts,
       cast(row_number() OVER so_far AS integer) AS nth,
       cast(coalesce(sum(ends - starts) OVER (so_far ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS integer)
           AS days_before,
       lead(starts) OVER so_far AS next_starts
FROM enrolment
WINDOW so_far AS (PARTITION BY participant_id ORDER BY starts);

UPDATE enrolment kept SET nth = found.nth, days_before = found.days_before, next_starts = found.next_starts
FROM enrolment_in_order found
WHERE found.participant_id = kept.participant_id AND found.starts = kept.starts
    AND (found.nth > 1 OR found.next_starts IS NOT NULL);

-- Must always be empty.
CREATE VIEW enrolment_mismatch AS
SELECT participant_id, starts FROM enrolment kept JOIN enrolment_in_order found USING (participant_id, starts)
WHERE (kept.nth, kept.days_before, kept.next_starts) IS DISTINCT FROM (found.nth, found.days_before, found.next_starts);

-- How many there are of each sort in a group, so that its page costs the same however many have left it. The day that the plan
-- was last gone through is that of the enrolled whose plan goes on, who are as few as the group's places.
CREATE VIEW group_count_as_is AS
SELECT group_slug, state, guide, with_support,
       CASE WHEN state IN ('ADMITTED', 'RESTING') AND activities > 0 THEN plan_reviewed_on END AS plan_reviewed_on,
       count(*) AS persons
FROM participant
GROUP BY 1, 2, 3, 4, 5;

CREATE TABLE group_count (
    group_slug       text NOT NULL REFERENCES intervention_group,
    state            text NOT NULL,
    guide            text,
    with_support     boolean NOT NULL,
    plan_reviewed_on date,
    persons          bigint NOT NULL CHECK (persons >= 0),
    UNIQUE NULLS NOT DISTINCT (group_slug, state, guide, with_support, plan_reviewed_on)
);
INSERT INTO group_count SELECT * FROM group_count_as_is;

CREATE FUNCTION count_in_group(one participant, change integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    reviewed date := CASE WHEN one.state IN ('ADMITTED', 'RESTING') AND one.activities > 0 THEN one.plan_reviewed_on END;
BEGIN
    IF change > 0 THEN
        INSERT INTO group_count AS kept (group_slug, state, guide, with_support, plan_reviewed_on, persons)
        VALUES (one.group_slug, one.state, one.guide, one.with_support, reviewed, change)
        ON CONFLICT (group_slug, state, guide, with_support, plan_reviewed_on) DO UPDATE SET persons = kept.persons + change;
    ELSE
        UPDATE group_count SET persons = persons + change
        WHERE group_slug = one.group_slug AND state = one.state AND guide IS NOT DISTINCT FROM one.guide
            AND with_support = one.with_support AND plan_reviewed_on IS NOT DISTINCT FROM reviewed;
        DELETE FROM group_count WHERE group_slug = one.group_slug AND persons = 0;
    END IF;
END $$;

CREATE FUNCTION keep_group_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM count_in_group(OLD, -1);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM count_in_group(NEW, 1);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER participant_counted AFTER INSERT OR DELETE ON participant
    FOR EACH ROW EXECUTE FUNCTION keep_group_count();
CREATE TRIGGER participant_counted_anew AFTER UPDATE ON participant
    FOR EACH ROW WHEN ((OLD.group_slug, OLD.state, OLD.guide, OLD.with_support, OLD.activities, OLD.plan_reviewed_on)
        IS DISTINCT FROM (NEW.group_slug, NEW.state, NEW.guide, NEW.with_support, NEW.activities, NEW.plan_reviewed_on))
    EXECUTE FUNCTION keep_group_count();

-- Must always be empty.
CREATE VIEW group_count_mismatch AS
(SELECT * FROM group_count EXCEPT SELECT * FROM group_count_as_is)
UNION ALL
(SELECT * FROM group_count_as_is EXCEPT SELECT * FROM group_count);

-- A page of a group; who consents to the evaluation; who has found ordinary work.
CREATE INDEX participant_in_order ON participant (group_slug, id);
CREATE INDEX participant_in_evaluation ON participant (id) WHERE evaluation_consent;
CREATE INDEX participant_entry_of_work ON participant_entry (participant_id, day) INCLUDE (id)
    WHERE kind = 'OUTCOME' AND value = 'ORDINARY_JOB';
-- The plans are read from where everybody stands.
DROP INDEX participant_entry_plans;
