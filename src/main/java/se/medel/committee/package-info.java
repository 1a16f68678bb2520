/** The committee's papers: its meetings and what it decided (D1–D3), the dispatch to the districts, the year's instructions. */
package se.medel.committee;
