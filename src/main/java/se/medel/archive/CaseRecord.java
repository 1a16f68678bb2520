package se.medel.archive;

/**
 * What is kept of a case besides documents and files, each as JSON with everything that is stored; and as it is stored, byte for
 * byte, what the hashes in the decisions' facts are made of, so that who has the package alone can recompute them (A9). The queries give path, number,
 * when, district, the JSON, and what it is left out by; they are read in one snapshot, so they fit together.
 */
enum CaseRecord {
    ROUND(
            null,
            """
            select 'omgang/omgang.json', round.case_number, null::timestamptz, null, to_jsonb(round)::text
            from funding_round round, scope where round.id = scope.round"""),
    MODEL(
            null,
            """
            select 'omgang/modell-' || model.version_number || '.json', model.version_number::text, model.approved_at, null,
                (to_jsonb(model) || jsonb_build_object('model', model.model::jsonb))::text
            from allocation_model model, scope where model.round_id = scope.round order by model.version_number"""),
    /** The bytes that a decision's hash of the model is made of, so that it can be recomputed: the records aren't these. */
    MODEL_TEXT(
            null,
            """
            select 'underlag/modell-' || model.version_number || '.json', model.version_number::text, model.approved_at, null,
                model.model
            from allocation_model model, scope where model.round_id = scope.round order by model.version_number"""),
    APPLICATION(
            null,
            """
            select 'ansokningar/' || applied.id || '/ansokan.json', 'ANS-' || applied.id, applied.submitted_at, applied.district,
                (to_jsonb(applied) || jsonb_build_object('content', applied.content::jsonb))::text
            from application applied, scope
            where applied.round_id = scope.round and applied.submitted_at is not null
                and (scope.application is null or applied.id = scope.application) order by applied.id"""),
    /** The bytes that a decision's hash of the application is made of. */
    APPLICATION_TEXT(
            null,
            """
            select 'underlag/ansokan-' || applied.id || '.json', 'ANS-' || applied.id, applied.submitted_at, applied.district,
                applied.content
            from application applied, scope
            where applied.round_id = scope.round and applied.submitted_at is not null
                and (scope.application is null or applied.id = scope.application) order by applied.id"""),
    CLIENT_ROWS(
            LeftOut.CLIENT_CODES,
            """
            select 'ansokningar/' || applied.id || '/klienter.json', 'ANS-' || applied.id, applied.submitted_at, applied.district,
                (select coalesce(jsonb_agg(to_jsonb(client) - 'client_key' || jsonb_build_object('finding', to_jsonb(finding))
                        order by client.position), '[]')
                    from claim_row client left join client_finding finding on finding.claim_row_id = client.id
                    where client.application_id = applied.id)::text
            from application applied, scope
            where applied.round_id = scope.round and applied.submitted_at is not null
                and applied.component = 'CLIENT_COMPENSATION'
                and (scope.application is null or applied.id = scope.application) order by applied.id"""),
    PREPARATION(
            null,
            """
            select 'ansokningar/' || applied.id || '/beredning.json', 'ANS-' || applied.id, prepared.prepared_at,
                applied.district, (to_jsonb(prepared) || jsonb_build_object('judgements', prepared.judgements::jsonb))::text
            from preparation prepared join application applied on applied.id = prepared.application_id, scope
            where applied.round_id = scope.round and (scope.application is null or applied.id = scope.application)
            order by applied.id"""),
    DECISION(
            null,
            """
            select 'beslut/' || decided.number || '.json', 'BES-' || decided.id, decided.decided_at, applied.district,
                (to_jsonb(decided) || jsonb_build_object('facts', decided.facts::jsonb))::text
            from decision decided join application applied on applied.id = decided.application_id, scope
            where decided.round_id = scope.round and (scope.application is null or applied.id = scope.application)
            order by decided.number"""),
    PLAN_CHANGE(
            null,
            """
            select 'planandringar/' || change.id || '.json', 'PLÄ-' || change.id, change.asked_at, change.district,
                (to_jsonb(change) || jsonb_build_object('before', change.before::jsonb, 'plan', change.plan::jsonb))::text
            from plan_change change, scope
            where change.round_id = scope.round and (scope.application is null or change.application_id = scope.application)
            order by change.id"""),
    PAYMENT(
            null,
            """
            select 'utbetalningar/' || ordered.number || '.json', 'UTB-' || ordered.id, ordered.made_at, null,
                (to_jsonb(ordered) || jsonb_build_object('payments', jsonb_agg(to_jsonb(payment) order by payment.id)))::text
            from payment_order ordered join payment on payment.order_id = ordered.id, scope
            where ordered.round_id = scope.round
                and (scope.application is null or payment.application_id = scope.application)
            group by ordered.id order by ordered.number"""),
    ACCOUNT(
            null,
            """
            select 'bidrag/' || account.application_id || '.json', 'ANS-' || account.application_id, null::timestamptz,
                account.district, (to_jsonb(account) || jsonb_build_object('entries', (
                    select coalesce(jsonb_agg(to_jsonb(entry) order by entry.id), '[]') from money_entry entry
                    where entry.application_id = account.application_id)))::text
            from grant_account account, scope
            where account.round_id = scope.round and (scope.application is null or account.application_id = scope.application)
            order by account.application_id"""),
    COST_REPORT(
            null,
            """
            select 'redovisningar/' || report.district || '/redovisning.json', 'KAL-' || report.id, report.submitted_at,
                report.district, (to_jsonb(report)
                    || jsonb_build_object('content', report.content::jsonb, 'review', report.review::jsonb))::text
            from cost_report report, scope
            where report.round_id = scope.round and (scope.district is null or report.district = scope.district)
                and report.state in ('SUBMITTED', 'APPROVED')
            order by report.district"""),
    REPORT_NOT_HANDED_IN(
            LeftOut.NOT_HANDED_IN,
            """
            select 'redovisningar/' || report.district || '/redovisning.json', 'KAL-' || report.id, report.opened_at,
                report.district, null
            from cost_report report, scope
            where report.round_id = scope.round and (scope.district is null or report.district = scope.district)
                and report.state not in ('SUBMITTED', 'APPROVED')
            order by report.district"""),
    CONTROL(
            LeftOut.REPORT_FILES,
            """
            select 'kontroll/' || control.district || '.json', 'KAL-' || control.report_id, control.closed_at, control.district,
                (to_jsonb(control) || jsonb_build_object('checklist', control.checklist::jsonb, 'requests', (
                    select coalesce(jsonb_agg(to_jsonb(asked) order by asked.id), '[]') from voucher_request asked
                    where asked.report_id = control.report_id)))::text
            from report_control control, scope
            where control.round_id = scope.round and (scope.district is null or control.district = scope.district)
            order by control.district"""),
    SETTLEMENT(
            null,
            """
            select 'slutavrakning/' || settled.application_id || '-' || settled.number || '.json', 'AVR-' || settled.id,
                settled.made_at, settled.district, (to_jsonb(settled)
                    || jsonb_build_object('inputs', settled.inputs::jsonb, 'result', settled.result::jsonb))::text
            from settlement settled, scope
            where settled.round_id = scope.round and (scope.application is null or settled.application_id = scope.application)
            order by settled.id"""),
    REPAYMENT(
            null,
            """
            select 'aterkrav/' || demand.id || '.json', 'ÅKR-' || demand.id, demand.decided_at, demand.district,
                (to_jsonb(demand) || jsonb_build_object('parts', demand.parts::jsonb, 'receipts', (
                    select coalesce(jsonb_agg(to_jsonb(receipt) order by receipt.id), '[]') from repayment_receipt receipt
                    where receipt.repayment_id = demand.id)))::text
            from repayment demand, scope
            where demand.round_id = scope.round and (scope.application is null or demand.application_id = scope.application)
            order by demand.id""");

    private final LeftOut rule;
    private final String query;

    CaseRecord(LeftOut rule, String query) {
        this.rule = rule;
        this.query = CaseScope.SQL + query;
    }

    /** Whom it isn't for; null where it is for everyone who takes out a case file. */
    LeftOut rule() {
        return rule;
    }

    /** Takes the parameters of {@link CaseScope#SQL}. */
    String query() {
        return query;
    }
}
