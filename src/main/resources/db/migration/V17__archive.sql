-- The register of what has come in, gone out and been made (OSL 5:2). It is nothing of its own: each line is read from what is
-- stored of the thing itself, and from the audit trail where the same thing can happen several times. Its number is made of a
-- letter code and the thing's own number, so that it never shifts. It has no codes, no clients, no counts of them and no free
-- text (OSL 5:2, second paragraph): no column here can hold any.
CREATE VIEW journal AS
WITH happened AS (
    SELECT id, at, action, before, round_id, district, split_part(subject, '/', 2) AS subject_id
    FROM audit_event
    WHERE action IN ('COMPLETION_REQUESTED', 'APPLICATION_SUBMITTED', 'APPLICATION_WITHDRAWN', 'REPORT_SUBMITTED', 'REPORT_RETURNED')
)
SELECT 'APPLICATION' AS kind, id, 'ANS-' || id AS number, submitted_at AS at, round_id, district, id AS application_id, component
FROM application WHERE submitted_at IS NOT NULL
UNION ALL
SELECT 'COMPLETION_REQUEST', event.id, 'KBG-' || event.id, event.at, event.round_id, event.district, applied.id, applied.component
FROM happened event JOIN application applied ON applied.id::text = event.subject_id
WHERE event.action = 'COMPLETION_REQUESTED'
UNION ALL
SELECT 'COMPLETION', event.id, 'KPL-' || event.id, event.at, event.round_id, event.district, applied.id, applied.component
FROM happened event JOIN application applied ON applied.id::text = event.subject_id
WHERE event.action = 'APPLICATION_SUBMITTED' AND event.before = '"COMPLETION_REQUESTED"'
UNION ALL
-- A draft that was thrown away never came in.
SELECT 'WITHDRAWAL', event.id, 'ÅTR-' || event.id, event.at, event.round_id, event.district, applied.id, applied.component
FROM happened event JOIN application applied ON applied.id::text = event.subject_id
WHERE event.action = 'APPLICATION_WITHDRAWN' AND applied.submitted_at IS NOT NULL
UNION ALL
-- Also one by which nothing was approved (D1 fell): the model has no time of approval then.
SELECT 'COMMITTEE_DECISION', id, 'NBE-' || id, registered_at, round_id, NULL, NULL, NULL FROM committee_decision
UNION ALL
SELECT 'DECISION', decided.id, 'BES-' || decided.id, decided.decided_at, decided.round_id, applied.district, applied.id,
    applied.component
FROM decision decided JOIN application applied ON applied.id = decided.application_id
UNION ALL
SELECT 'PLAN_CHANGE', change.id, 'PLÄ-' || change.id, change.asked_at, change.round_id, change.district, applied.id,
    applied.component
FROM plan_change change JOIN application applied ON applied.id = change.application_id
UNION ALL
SELECT 'PLAN_CHANGE_DECISION', change.id, 'PLB-' || change.id, change.decided_at, change.round_id, change.district, applied.id,
    applied.component
FROM plan_change change JOIN application applied ON applied.id = change.application_id WHERE change.decided_at IS NOT NULL
UNION ALL
SELECT 'PAYMENT_ORDER', id, 'UTB-' || id, exported_at, round_id, NULL, NULL, NULL
FROM payment_order WHERE exported_at IS NOT NULL
UNION ALL
SELECT 'CALL_FOR_REPORT', id, 'KAL-' || id, opened_at, round_id, district, NULL, NULL FROM cost_report
UNION ALL
SELECT 'COST_REPORT', event.id, 'RED-' || event.id, event.at, event.round_id, event.district, NULL, NULL
FROM happened event WHERE event.action = 'REPORT_SUBMITTED'
UNION ALL
SELECT 'COST_REPORT_RETURNED', event.id, 'REÅ-' || event.id, event.at, event.round_id, event.district, NULL, NULL
FROM happened event WHERE event.action = 'REPORT_RETURNED'
UNION ALL
SELECT 'VOUCHER_REQUEST', id, 'UBG-' || id, asked_at, round_id, district, NULL, NULL FROM voucher_request
UNION ALL
SELECT 'VOUCHER_ANSWER', id, 'USV-' || id, answered_at, round_id, district, NULL, NULL
FROM voucher_request WHERE answered_at IS NOT NULL
UNION ALL
SELECT 'SETTLEMENT', settled.id, 'AVR-' || settled.id, settled.made_at, settled.round_id, settled.district, applied.id,
    applied.component
FROM settlement settled JOIN application applied ON applied.id = settled.application_id
UNION ALL
SELECT 'HEARING_LETTER', demand.id, 'HÖR-' || demand.id, demand.hearing_at, demand.round_id, demand.district, applied.id,
    applied.component
FROM repayment demand JOIN application applied ON applied.id = demand.application_id WHERE demand.hearing_at IS NOT NULL
UNION ALL
SELECT 'HEARING_REPLY', demand.id, 'HSV-' || demand.id, demand.replied_at, demand.round_id, demand.district, applied.id,
    applied.component
FROM repayment demand JOIN application applied ON applied.id = demand.application_id WHERE demand.replied_at IS NOT NULL
UNION ALL
SELECT 'REPAYMENT_DECISION', demand.id, 'ÅKR-' || demand.id, demand.decided_at, demand.round_id, demand.district, applied.id,
    applied.component
FROM repayment demand JOIN application applied ON applied.id = demand.application_id WHERE demand.decided_at IS NOT NULL
UNION ALL
SELECT 'WRITE_OFF', demand.id, 'AVS-' || demand.id, demand.written_off_at, demand.round_id, demand.district, applied.id,
    applied.component
FROM repayment demand JOIN application applied ON applied.id = demand.application_id WHERE demand.written_off_at IS NOT NULL
UNION ALL
-- The committee's papers are nothing but documents. Their subject is a kind, the round and, for some, the district; a letter
-- about a decision is "round/", the round, "/decision/", the decision, "/" and its district.
SELECT made.kind, made.id, 'HDL-' || made.id, made.made_at, round.id, district.slug, NULL, NULL
FROM document made
    LEFT JOIN funding_round round ON round.id = split_part(made.subject, '/', 2)
    LEFT JOIN district ON district.slug = split_part(made.subject, '/', CASE made.kind WHEN 'DISPATCH' THEN 5 ELSE 3 END)
WHERE made.kind IN ('COMMITTEE_REPORT', 'DELEGATION_LIST', 'DISPATCH', 'INSTRUCTIONS', 'FINAL_REPORT', 'DISTRICT_ACCOUNT');

-- Which documents belong to which round, district and case; a payment order belongs to each case that it pays.
CREATE VIEW document_place AS
SELECT made.id, applied.round_id, applied.district, applied.id AS application_id
FROM document made
    JOIN decision decided ON decided.id = made.decision_id
    JOIN application applied ON applied.id = decided.application_id
UNION ALL
SELECT made.id, demand.round_id, demand.district, demand.application_id
FROM document made JOIN repayment demand ON made.subject = 'repayment/' || demand.id
UNION ALL
SELECT DISTINCT made.id, ordered.round_id, NULL, paid.application_id
FROM document made
    JOIN payment_order ordered ON made.subject = 'payment-order/' || ordered.id
    LEFT JOIN payment paid ON paid.order_id = ordered.id
UNION ALL
SELECT made.id, round.id, district.slug, NULL
FROM document made
    JOIN funding_round round ON round.id = split_part(made.subject, '/', 2)
    LEFT JOIN district ON district.slug = split_part(made.subject, '/', CASE made.kind WHEN 'DISPATCH' THEN 5 ELSE 3 END)
-- What stands second in others is a number, and a round may be called by that.
WHERE split_part(made.subject, '/', 1) IN ('round', 'settlement', 'committee-report', 'final-report', 'account');

-- What has a document by rule, also where nobody has asked for it yet.
CREATE VIEW document_due AS
SELECT decided.round_id, decided.application_id, applied.district, 'DELEGATION_DECISION' AS kind, decided.id AS about,
    EXISTS (SELECT FROM document made WHERE made.decision_id = decided.id AND made.kind = 'DELEGATION_DECISION') AS made
FROM decision decided JOIN application applied ON applied.id = decided.application_id
UNION ALL
SELECT decided.round_id, decided.application_id, applied.district, 'CLIENT_APPENDIX', decided.id,
    EXISTS (SELECT FROM document made WHERE made.decision_id = decided.id AND made.kind = 'CLIENT_APPENDIX')
FROM decision decided JOIN application applied ON applied.id = decided.application_id
WHERE applied.component = 'CLIENT_COMPENSATION'
UNION ALL
SELECT DISTINCT ordered.round_id, paid.application_id, NULL, 'PAYMENT_ORDER', ordered.id,
    EXISTS (SELECT FROM document made WHERE made.subject = 'payment-order/' || ordered.id AND made.kind = 'PAYMENT_ORDER')
FROM payment_order ordered LEFT JOIN payment paid ON paid.order_id = ordered.id
WHERE ordered.exported_at IS NOT NULL
UNION ALL
SELECT report.round_id, NULL, report.district, 'CALL_FOR_REPORTS', report.id,
    EXISTS (SELECT FROM document made WHERE made.subject = 'round/' || report.round_id || '/' || report.district
        AND made.kind = 'CALL_FOR_REPORTS')
FROM cost_report report
UNION ALL
SELECT settled.round_id, NULL, settled.district, 'SETTLEMENT', settled.latest,
    EXISTS (SELECT FROM document made WHERE made.kind = 'SETTLEMENT'
        AND made.subject = 'settlement/' || settled.round_id || '/' || settled.district || '/' || settled.times)
FROM (SELECT round_id, district, max(id) AS latest, count(*) AS times FROM settlement GROUP BY round_id, district) settled
UNION ALL
SELECT round_id, application_id, district, 'HEARING_LETTER', id,
    EXISTS (SELECT FROM document made WHERE made.subject = 'repayment/' || repayment.id AND made.kind = 'HEARING_LETTER')
FROM repayment WHERE hearing_at IS NOT NULL
UNION ALL
SELECT round_id, application_id, district, 'REPAYMENT_DECISION', id,
    EXISTS (SELECT FROM document made WHERE made.subject = 'repayment/' || repayment.id AND made.kind = 'REPAYMENT_DECISION')
FROM repayment WHERE decided_at IS NOT NULL;

-- How long each kind of document is kept. It only tells: nothing is ever removed by it. A rule holds from its day until the
-- next one of the same class does, so its last day isn't kept.
CREATE TABLE retention_rule (
    id           bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    record_class text NOT NULL CHECK (record_class ~ '^[A-Z_]+$'),
    -- Nothing: kept for ever.
    years        integer CHECK (years BETWEEN 1 AND 200),
    ground       text NOT NULL CHECK (length(ground) BETWEEN 1 AND 500),
    valid_from   date NOT NULL,
    set_by       text NOT NULL,
    set_at       timestamptz NOT NULL,
    UNIQUE (record_class, valid_from)
);
CREATE TRIGGER retention_rule_append_only BEFORE UPDATE OR DELETE ON retention_rule
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER retention_rule_not_truncated BEFORE TRUNCATE ON retention_rule EXECUTE FUNCTION refuse_change();

INSERT INTO retention_rule (record_class, years, ground, valid_from, set_by, set_at)
SELECT class, years, ground, date '2013-01-01', 'medel', timestamptz '2013-01-01 00:00+01'
FROM (VALUES
    ('COMMITTEE_PAPER', NULL, 'Arkivlagen (1990:782) 3 §: allmänna handlingar bevaras om inget annat är beslutat'),
    ('APPLICATION', NULL, 'Arkivlagen (1990:782) 3 §: allmänna handlingar bevaras om inget annat är beslutat'),
    ('CLIENT_ROWS', 5, 'Arkivlagen (1990:782) 10 §; samma tid som för akter enligt 12 kap. socialtjänstlagen'),
    ('DECISION', NULL, 'Arkivlagen (1990:782) 3 §: allmänna handlingar bevaras om inget annat är beslutat'),
    ('PAYMENT', 7, 'Lagen (2018:597) om kommunal bokföring och redovisning, 3 kap.: räkenskapsinformation'),
    ('COST_REPORT', 7, 'Lagen (2018:597) om kommunal bokföring och redovisning, 3 kap.: räkenskapsinformation'),
    ('RECEIVED_FILE', 7, 'Lagen (2018:597) om kommunal bokföring och redovisning, 3 kap.: räkenskapsinformation'),
    ('SETTLEMENT', NULL, 'Arkivlagen (1990:782) 3 §: allmänna handlingar bevaras om inget annat är beslutat'),
    ('AUDIT_TRAIL', NULL, 'Arkivlagen (1990:782) 3 §: behövs för att handlingarnas äkthet ska kunna prövas')
) AS first_rules (class, years, ground);
