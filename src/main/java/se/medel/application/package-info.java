/** Applications: what a district asks for, why, and what the social administration's officer thinks of it. */
package se.medel.application;
