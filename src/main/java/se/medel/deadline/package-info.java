/** What has to be done by when, in whichever feature: each feature tells its own by a bean of the kind {@link se.medel.deadline.DueSource}. */
package se.medel.deadline;
