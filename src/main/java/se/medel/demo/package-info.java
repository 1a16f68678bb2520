/** What the demo is filled with. */
package se.medel.demo;
