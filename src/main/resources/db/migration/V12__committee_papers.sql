-- The committee's papers are documents like the others. One of each kind about a subject; a later version is another subject.
ALTER TABLE document DROP CONSTRAINT document_kind_check;
ALTER TABLE document ADD CONSTRAINT document_kind_check CHECK (kind IN ('DELEGATION_DECISION', 'CLIENT_APPENDIX', 'PAYMENT_ORDER',
    'CALL_FOR_REPORTS', 'HEARING_LETTER', 'REPAYMENT_DECISION', 'SETTLEMENT', 'COMMITTEE_REPORT', 'DELEGATION_LIST', 'DISPATCH',
    'INSTRUCTIONS', 'FINAL_REPORT', 'DISTRICT_ACCOUNT'));
