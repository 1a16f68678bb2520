/** What the REST API answers when something is wrong: RFC 9457 problems. */
package se.medel.api;
