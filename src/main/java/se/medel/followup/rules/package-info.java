/** What follow-up counts, how months are reckoned, and what those outside a group may see of it (P13). Plain Java. */
package se.medel.followup.rules;
