package se.medel.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.document.Office;
import se.medel.document.Organisation;
import se.medel.round.RoundView;
import se.medel.web.Csv;
import se.medel.web.Texts;

/** The open data as files: CSV, JSON shaped as 360Giving, and the description of the data set in Turtle. */
@ApplicationScoped
class OpenDataText {

    /** Of 360Giving's standard that the JSON follows. */
    private static final String VERSION = "1.4";

    @Inject
    OpenDataService service;

    @Inject
    Districts districts;

    @Inject
    Organisation organisation;

    @ConfigProperty(name = "medel.open-data.address")
    String address;

    @ConfigProperty(name = "medel.open-data.licence")
    String licence;

    byte[] csv(RoundView round) {
        Csv csv = new Csv();
        csv.row(
                "omgang",
                "stadsdel",
                "namn",
                "bidrag",
                "beslutsdag",
                "beviljat",
                "klienter",
                "utbetalt",
                "redovisat",
                "aterbetalt",
                "skyddat");
        Map<String, DistrictView> named = named();
        for (OpenGrant grant : service.grants(round)) {
            csv.row(
                    grant.round(),
                    grant.district(),
                    named.get(grant.district()).name(),
                    Texts.swedish().name(grant.component()),
                    grant.awarded(),
                    grant.granted(),
                    grant.clients(),
                    grant.paid(),
                    grant.reported(),
                    grant.repaid(),
                    grant.hidden() ? "ja" : "nej");
        }
        return csv.bytes();
    }

    GivingJson json(RoundView round) {
        Map<String, DistrictView> named = named();
        return new GivingJson(
                VERSION,
                round.programme() + ", " + round.name(),
                "Beviljade bidrag med utbetalt, redovisat och återbetalt. Det som gäller färre än fem klienter är"
                        + " utelämnat.",
                licence,
                service.grants(round).stream()
                        // One without an amount is none in this shape; what has none is hidden or not granted.
                        .filter(grant -> grant.granted() != null)
                        .map(grant -> grant(round, grant, named.get(grant.district())))
                        .toList());
    }

    private GivingJson.Grant grant(RoundView round, OpenGrant grant, DistrictView district) {
        String component = Texts.swedish().name(grant.component());
        return new GivingJson.Grant(
                funder() + "-" + round.id() + "-" + grant.district() + "-"
                        + grant.component().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                round.name() + ", " + component.toLowerCase(Locale.forLanguageTag("sv")),
                component + " till " + district.committeeName() + " för " + round.programme(),
                "SEK",
                grant.granted(),
                grant.paid(),
                grant.awarded(),
                List.of(new GivingJson.Organisation(funder() + "-" + grant.district(), district.committeeName())),
                List.of(new GivingJson.Organisation(
                        funder(),
                        organisation.city() + ", " + Office.of(organisation).committee())),
                List.of(new GivingJson.Programme(round.id(), round.programme())),
                List.of(new GivingJson.Place(district.name(), "SE")),
                address + "/open-data",
                grant.reported(),
                grant.repaid(),
                grant.clients());
    }

    /** The city, by its organisation number; districts' committees are parts of it and have none of their own. */
    private String funder() {
        return "SE-"
                + organisation.number().map(number -> number.replace("-", "")).orElse("kommun");
    }

    /** DCAT-AP-SE in Turtle: a catalogue with one data set, and two distributions for each round. */
    String catalogue() {
        String base = address + "/open-data";
        StringBuilder text = new StringBuilder(
                """
                @prefix dcat: <http://www.w3.org/ns/dcat#> .
                @prefix dcterms: <http://purl.org/dc/terms/> .
                @prefix foaf: <http://xmlns.com/foaf/0.1/> .
                @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
                @prefix adms: <http://www.w3.org/ns/adms#> .

                """);
        List<RoundView> rounds = service.published();
        String publisher = "<" + base + "#publisher>";
        text.append("<%s> a dcat:Catalog ;%n".formatted(base))
                .append("  dcterms:title \"Öppna data om riktade bidrag\"@sv , \"Open data on earmarked grants\"@en"
                        + " ;\n")
                .append("  dcterms:description \"Beviljade bidrag, utbetalningar och återbetalningar\"@sv ;\n")
                .append("  dcterms:publisher %s ;%n".formatted(publisher))
                .append("  dcterms:license <%s> ;%n".formatted(licence))
                .append("  dcterms:language <http://publications.europa.eu/resource/authority/language/SWE> ;\n")
                .append("  foaf:homepage <%s> ;%n".formatted(base))
                .append("  dcat:dataset <%s#dataset> .%n%n".formatted(base));
        text.append("%s a foaf:Agent ;%n".formatted(publisher))
                .append("  dcterms:type <http://purl.org/adms/publishertype/LocalAuthority> ;\n")
                .append("  foaf:name %s .%n%n".formatted(literal(organisation.city())));
        text.append("<%s#dataset> a dcat:Dataset ;%n".formatted(base))
                .append("  dcterms:title \"Beviljade bidrag per omgång\"@sv , \"Grants by round\"@en ;\n")
                .append("  dcterms:description \"Vad varje stadsdel har beviljats, fått utbetalt, redovisat och betalat"
                        + " tillbaka. Det som gäller färre än fem klienter är skyddat.\"@sv ;\n")
                .append("  dcterms:publisher %s ;%n".formatted(publisher))
                .append("  dcterms:identifier \"%s#dataset\" ;%n".formatted(base))
                .append("  dcterms:language <http://publications.europa.eu/resource/authority/language/SWE> ;\n")
                .append("  dcterms:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC>"
                        + " ;\n")
                .append("  dcat:theme <http://publications.europa.eu/resource/authority/data-theme/GOVE> ;\n")
                .append("  dcterms:accrualPeriodicity"
                        + " <http://publications.europa.eu/resource/authority/frequency/CONT> ;\n")
                .append("  dcat:keyword \"bidrag\"@sv , \"sociala insatsgrupper\"@sv , \"grants\"@en ;\n")
                .append("  dcat:contactPoint [ a vcard:Organization ; vcard:fn %s ; vcard:hasURL <%s> ]"
                        .formatted(literal(organisation.city() + ", " + organisation.administration()), base))
                .append(rounds.stream()
                        .flatMap(round -> Stream.of("csv", "json")
                                .map(type -> " ;\n  dcat:distribution <%s#%s-%s>".formatted(base, round.id(), type)))
                        .collect(Collectors.joining()))
                .append(" .\n");
        for (RoundView round : rounds) {
            text.append(distribution(base, round, "csv", "text/csv"));
            text.append(distribution(base, round, "json", "application/json"));
        }
        return text.toString();
    }

    private String distribution(String base, RoundView round, String type, String mediaType) {
        String file = "%s/api/open-data/%s.%s".formatted(address, round.id(), type);
        return """

                <%s#%s-%s> a dcat:Distribution ;
                  dcterms:title %s@sv ;
                  dcat:accessURL <%s> ;
                  dcat:downloadURL <%s> ;
                  dcat:mediaType <https://www.iana.org/assignments/media-types/%s> ;
                  dcterms:format "%s" ;
                  dcterms:license <%s> ;
                  adms:status <http://purl.org/adms/status/Completed> .
                """
                .formatted(
                        base,
                        round.id(),
                        type,
                        literal(round.name() + " (" + type.toUpperCase(Locale.ROOT) + ")"),
                        base,
                        file,
                        mediaType,
                        mediaType,
                        licence);
    }

    /** A text in Turtle. */
    private static String literal(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    private Map<String, DistrictView> named() {
        return districts.everyone().stream().collect(Collectors.toMap(DistrictView::slug, district -> district));
    }
}
