/** Who may log in, in which role, and who acts in a request. */
package se.medel.user;
