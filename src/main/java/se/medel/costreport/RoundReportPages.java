package se.medel.costreport;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.application.ApplicationWords.Status;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;

/** The reports of a round: who has handed in, who is late, and what the districts were paid and have reported. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
public class RoundReportPages {

    record Line(
            long id,
            String district,
            Status status,
            String due,
            String late,
            String received,
            String granted,
            String paid,
            String reported,
            String admitted) {}

    record Sums(String granted, String paid, String reported, String admitted) {}

    @CheckedTemplate(basePath = "costreport", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RoundList(String round, String roundId, Form form, List<Line> lines, Sums sums, boolean mayOpen)
            implements TemplateInstance {}

    @Inject
    CostReportService reports;

    @Inject
    CostReportDesk desk;

    @Inject
    Accounts accounts;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @Path("/{round}/cost-reports")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
    public TemplateInstance list(@RestPath String round) {
        return list(round, Form.empty());
    }

    @POST
    @Path("/{round}/cost-reports")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@RestPath String round) {
        Form form = Form.empty();
        Answer<List<CostReportView>> opened = reports.open(me.actor(), round);
        if (opened.isRefused()) {
            form.reject(opened.refusals(), language.now());
            return Answers.refused(opened.refusals(), list(round, form));
        }
        CostReportMsg msg = desk.words().msg();
        flash.say(
                opened.get().isEmpty()
                        ? msg.openedNone()
                        : msg.opened(opened.get().stream()
                                .map(report -> desk.districtNames().get(report.district()))
                                .collect(Collectors.joining(", "))));
        return Answers.seeOther("/rounds/" + round + "/cost-reports");
    }

    private TemplateInstance list(String roundId, Form form) {
        RoundView round = rounds.round(roundId).orElseThrow(NotFoundException::new);
        Map<String, String> names = desk.districtNames();
        Map<String, List<Account>> grants =
                accounts.ofRound(roundId).stream().collect(Collectors.groupingBy(Account::district));
        List<CostReportView> all = reports.ofRound(me.actor(), roundId);
        return new RoundList(
                round.name(),
                roundId,
                form,
                all.stream()
                        .map(report -> line(report, names, grants.getOrDefault(report.district(), List.of())))
                        .toList(),
                new Sums(
                        ReportWords.kr(sum(grants.values().stream()
                                .flatMap(List::stream)
                                .map(Account::granted)
                                .toList())),
                        ReportWords.kr(sum(grants.values().stream()
                                .flatMap(List::stream)
                                .map(Account::paid)
                                .toList())),
                        ReportWords.kr(sum(all.stream()
                                .map(report -> report.content().cost())
                                .toList())),
                        ReportWords.kr(sum(all.stream()
                                .map(CostReportView::admitted)
                                .filter(admitted -> admitted != null)
                                .toList()))),
                round.state() == RoundState.REPORTING && (me.is(Role.OFFICER) || me.is(Role.DIRECTOR)));
    }

    private Line line(CostReportView report, Map<String, String> names, List<Account> grants) {
        return new Line(
                report.id(),
                names.getOrDefault(report.district(), report.district()),
                desk.words().status(report.state()),
                report.dueNow() == null ? null : Formats.day(report.dueNow()),
                desk.late(report),
                report.submittedAt() == null ? null : Formats.moment(report.submittedAt()),
                ReportWords.kr(sum(grants.stream().map(Account::granted).toList())),
                ReportWords.kr(sum(grants.stream().map(Account::paid).toList())),
                report.submittedAt() == null
                        ? null
                        : ReportWords.kr(report.content().cost()),
                report.admitted() == null ? null : ReportWords.kr(report.admitted()));
    }

    private static Kronor sum(List<Kronor> amounts) {
        return amounts.stream().reduce(Kronor.ZERO, Kronor::plus);
    }
}
