/** What a cost report holds, what is missing in it, and what an officer approves of it. Plain Java. */
package se.medel.costreport.rules;
