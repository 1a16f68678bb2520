/** What the final report adds up, and what of it may be told (P13). */
package se.medel.finalreport.rules;
