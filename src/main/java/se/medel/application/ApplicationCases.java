package se.medel.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.medel.delegation.CaseSource;
import se.medel.refusal.Answer;
import se.medel.user.Actor;

/** Applications, in which who prepares or decides can have a conflict of interest. */
@ApplicationScoped
class ApplicationCases implements CaseSource {

    @Inject
    ApplicationService applications;

    @Override
    public String kind() {
        return "application";
    }

    @Override
    public Optional<Case> find(Actor actor, long id) {
        Answer<ApplicationView> found = applications.find(actor, id);
        return found.isRefused() ? Optional.empty() : Optional.of(of(found.get()));
    }

    private static Case of(ApplicationView application) {
        return new Case(
                application.subject(),
                application.roundId(),
                application.district(),
                application.receipt(),
                "/applications/" + application.id());
    }
}
