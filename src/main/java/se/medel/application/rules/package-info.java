/** What an application must hold (C1a–C3), how other funding overlaps (K3), and the states it passes. Plain Java. */
package se.medel.application.rules;
