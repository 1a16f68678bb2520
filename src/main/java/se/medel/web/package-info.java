/** What all pages share: layout, forms, language and formats. Knows no feature. */
package se.medel.web;
