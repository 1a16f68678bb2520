package se.medel.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.medel.document.DocumentStore.Kind;
import se.medel.document.Letter;
import se.medel.document.LetterPress;
import se.medel.document.LetterPress.Kept;
import se.medel.document.Office;
import se.medel.document.Organisation;

/** What the lists of decisions made on delegation say, and the document of each that is closed. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class DelegationListDocuments {

    @Inject
    DelegationListService lists;

    @Inject
    LetterPress press;

    @Inject
    Organisation organisation;

    @Inject
    Clock clock;

    /** The list as it says now. */
    Letter letter(DelegationListContent content) {
        return DelegationListLetter.of(Office.of(organisation), content, clock.instant());
    }

    /** The document of a closed list, the same bytes always; empty for one that is open or isn't there. */
    public Optional<Kept> kept(int number) {
        return lists.find(number).flatMap(this::kept);
    }

    Optional<Kept> kept(DelegationListContent content) {
        DelegationListView list = content.list();
        return list.state() == DelegationListState.OPEN
                ? Optional.empty()
                : Optional.of(press.keep(
                        "delegation-list/" + list.number(),
                        Kind.DELEGATION_LIST,
                        letter(content),
                        () -> new Data(list.number(), list.since(), list.closedAt(), content.lines())));
    }

    private record Data(int number, Instant since, Instant closedAt, List<DelegationListLine> decisions) {}
}
