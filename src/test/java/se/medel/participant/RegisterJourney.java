package se.medel.participant;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import se.medel.participant.rules.EntryKind;
import se.medel.web.Visitor;

/** What a worker of a group does on the pages. */
record RegisterJourney(Visitor visitor, GroupView group) {

    static RegisterJourney of(GroupView group) {
        return new RegisterJourney(Visitor.loggedInAs(group.districts().get(0)), group);
    }

    String address() {
        return "/register/" + group.slug();
    }

    /** Enters somebody and gives the address of the participant's page. */
    String arrives(int number, int birthYear, String day) {
        String location = visitor.post(
                        address() + "/arrivals",
                        "code",
                        ParticipantFixture.code(group, number),
                        "birthYear",
                        Integer.toString(birthYear),
                        "area",
                        group.areas().get(0).name(),
                        "referral",
                        "POLICE",
                        "cameOn",
                        day)
                .statusCode(303)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/register"));
    }

    /** Somebody who is assessed and has consented. */
    String ready(int number, int birthYear, String day) {
        String participant = arrives(number, birthYear, day);
        writes(
                        participant,
                        EntryKind.ASSESSED,
                        day,
                        "AGE",
                        "AREA",
                        "NO_FIXED_OCCUPATION",
                        "LIVES_ON_CRIME",
                        "MOTIVATED")
                .statusCode(303);
        writes(participant, EntryKind.CONSENTED, day, "POLICE", "PROBATION").statusCode(303);
        return participant;
    }

    ValidatableResponse writes(String participant, EntryKind kind, String day, String... values) {
        List<String> fields = new ArrayList<>(List.of("day", day));
        for (String value : values) {
            fields.addAll(List.of("value", value));
        }
        return visitor.post(participant + "/" + kind.wireName(), fields.toArray(String[]::new));
    }
}
