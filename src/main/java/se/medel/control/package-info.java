/** Control of cost reports: a checklist for each, and deeper control with vouchers for a sample and for what stands out. */
package se.medel.control;
