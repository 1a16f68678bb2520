/** Words for values: refusals, steps of an explanation, states and other enums, in Swedish and English. */
package se.medel.text;
