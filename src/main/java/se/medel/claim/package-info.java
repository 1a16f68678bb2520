/**
 * The clients that compensation is claimed for, row by row, and each client once (A4). The claim as a whole is an application
 * like the others; {@code application} uses what stands here when a claim is submitted, prepared, decided or withdrawn.
 */
package se.medel.claim;
