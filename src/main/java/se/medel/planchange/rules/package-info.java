/** What a changed plan must keep to. Plain Java. */
package se.medel.planchange.rules;
