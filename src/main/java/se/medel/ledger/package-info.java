/** What is committed, as append-only entries; the balance under every cap is derived from them. */
package se.medel.ledger;
