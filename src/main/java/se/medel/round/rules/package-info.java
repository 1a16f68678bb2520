/**
 * The rules of money, as an officer would follow them with paper and pen: a model with its components and caps, what is
 * already committed, an ask, and the explained outcome. Plain Java: no framework, no database, no clock, and no text for
 * people (the steps are turned into Swedish or English at the edge).
 */
package se.medel.round.rules;
