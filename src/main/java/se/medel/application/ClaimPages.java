package se.medel.application;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.claim.Claims.Candidate;
import se.medel.claim.Claims.Judged;
import se.medel.claim.WrittenRow;
import se.medel.claim.file.Column;
import se.medel.claim.rules.ClaimedClient;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/** How a district adds clients to its claim, from the register or by hand, and takes them out. */
@Path("/applications/{id}/clients")
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
@Produces(MediaType.TEXT_HTML)
public class ClaimPages {

    /** So many can be picked at a time; a form with more fields than the server takes would be refused. */
    static final int MOST_PICKED = 200;

    /**
     * A participant to pick.
     *
     * @param index its number in this form, by which its fields are named: a code doesn't go into an address, not even after #
     * @param faults why it can't be claimed; empty where it can
     */
    record Pickable(String index, String code, String birthYear, String admitted, List<String> faults) {
        public String pick() {
            return "pick[" + index + "]";
        }

        public String contact() {
            return "contact[" + index + "]";
        }
    }

    @CheckedTemplate(basePath = "application/claim", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Pick(
            ApplicationDesk.Head head,
            Form form,
            boolean register,
            List<String> codes,
            List<Pickable> participants,
            String more)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "application/claim", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewClient(ApplicationDesk.Head head, Form form) implements TemplateInstance {}

    @Inject
    ApplicationService applications;

    @Inject
    ApplicationDesk desk;

    @Inject
    ClaimDesk claims;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    // From the register

    @GET
    @Path("/pick")
    public Response pick(@RestPath long id) {
        ApplicationView claim = desk.application(id);
        Answer<List<Candidate>> candidates = applications.candidates(me.actor(), id);
        return candidates.isRefused()
                ? claim(id)
                : Response.ok(pick(claim, candidates.get(), Form.empty().with("attestedBy", me.username())))
                        .build();
    }

    @POST
    @Path("/pick")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pick(@RestPath long id, MultivaluedMap<String, String> posted) {
        ApplicationView claim = desk.application(id);
        Form form = Form.of(posted);
        Answer<List<Candidate>> found = applications.candidates(me.actor(), id);
        if (found.isRefused()) {
            return claims.overtaken(id, found.refusals(), form);
        }
        Map<String, Candidate> candidates = byCode(found.get());
        List<String> codes = form.values("code");
        List<Integer> picked = new ArrayList<>();
        List<ClaimedClient> clients = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if (form.chosen("pick[" + i + "]", "yes")) {
                Candidate candidate = candidates.get(codes.get(i));
                if (candidate == null) {
                    form.reject("", claims.msg().pickGone());
                    return Answers.conflict(pick(claim, found.get(), form));
                }
                LocalDate contact =
                        Days.read(form, "contact[" + i + "]", claims.msg().dayUnreadable());
                picked.add(i);
                clients.add(candidate.claimed(contact, form.chosen("attested", "yes"), form.value("attestedBy")));
            }
        }
        if (clients.isEmpty()) {
            form.reject("", claims.msg().pickNothing());
        }
        if (form.hasErrors()) {
            return Answers.toBeCorrected(pick(claim, found.get(), form));
        }
        Answer<ApplicationView> added = applications.addRows(me.actor(), id, null, clients);
        if (ClaimDesk.hasGoneOn(added.refusals())) {
            return claims.overtaken(id, added.refusals(), form);
        }
        if (added.isRefused()) {
            form.reject(atPicked(added.refusals(), picked), language.now());
            return Answers.refused(added.refusals(), pick(claim, found.get(), form));
        }
        return added(id, clients.size());
    }

    /** Refusals at the fields of the form: the attestation is one for all. */
    private static List<Refusal> atPicked(List<Refusal> refusals, List<Integer> picked) {
        return refusals.stream()
                .map(refusal -> {
                    String field = String.valueOf(refusal.field());
                    String column = field.substring(field.lastIndexOf('.') + 1);
                    int from = field.indexOf('[');
                    if (from < 0) {
                        return refusal.at("");
                    }
                    int index = picked.get(Integer.parseInt(field.substring(from + 1, field.indexOf(']'))));
                    return refusal.at(
                            switch (column) {
                                case "attested", "attestedBy" -> column;
                                case "earlierContact" -> "contact[" + index + "]";
                                default -> "pick[" + index + "]";
                            });
                })
                .toList();
    }

    private TemplateInstance pick(ApplicationView claim, List<Candidate> candidates, Form form) {
        Map<String, Candidate> byCode = byCode(candidates);
        // As they stood when it was filled in, so that what was ticked stays at whom it was ticked for.
        List<String> codes = form.has("code")
                ? form.values("code")
                : candidates.stream().limit(MOST_PICKED).map(Candidate::code).toList();
        List<Pickable> participants = IntStream.range(0, codes.size())
                .filter(i -> byCode.containsKey(codes.get(i)))
                .mapToObj(i -> pickable(i, byCode.get(codes.get(i))))
                .toList();
        return new Pick(
                desk.head(claim),
                form,
                applications.keepsRegister(claim),
                codes,
                participants,
                candidates.size() <= MOST_PICKED
                        ? null
                        : claims.msg().pickFirst(Formats.number(MOST_PICKED), Formats.number(candidates.size())));
    }

    private Pickable pickable(int index, Candidate one) {
        return new Pickable(
                Integer.toString(index),
                one.code(),
                Integer.toString(one.birthYear()),
                Formats.day(one.admittedOn()),
                one.faults().stream()
                        .map(fault -> Texts.in(language.now()).refusal(fault))
                        .toList());
    }

    private static Map<String, Candidate> byCode(List<Candidate> candidates) {
        return candidates.stream().collect(Collectors.toMap(Candidate::code, Function.identity()));
    }

    // By hand

    @GET
    @Path("/new")
    public Response enter(@RestPath long id) {
        ApplicationView claim = desk.application(id);
        return isWritten(claim)
                ? Response.ok(new NewClient(desk.head(claim), Form.empty().with("attestedBy", me.username())))
                        .build()
                : claim(id);
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(@RestPath long id, MultivaluedMap<String, String> posted) {
        ApplicationView claim = desk.application(id);
        Form form = Form.of(posted);
        WrittenRow written = written(form, 1);
        Answer<List<Judged>> judged = applications.judgeRows(me.actor(), id, List.of(written.client()));
        if (judged.isRefused()) {
            return claims.overtaken(id, judged.refusals(), form);
        }
        List<Refusal> faults = written.faults(judged.get().get(0).faults());
        if (!faults.isEmpty()) {
            form.reject(faults, language.now());
            return Answers.toBeCorrected(new NewClient(desk.head(claim), form));
        }
        Answer<ApplicationView> added = applications.addRows(me.actor(), id, null, List.of(written.client()));
        if (ClaimDesk.hasGoneOn(added.refusals())) {
            return claims.overtaken(id, added.refusals(), form);
        }
        if (added.isRefused()) {
            form.reject(ClaimDesk.atFields(added.refusals()), language.now());
            return Answers.refused(added.refusals(), new NewClient(desk.head(claim), form));
        }
        if (form.value("do").equals("more")) {
            flash.say(claims.msg().addedOne());
            return Answers.seeOther("/applications/" + id + "/clients/new");
        }
        return added(id, 1);
    }

    /** The fields of a form, which are called as the columns of a file are in JSON. */
    static WrittenRow written(Form form, int number) {
        Map<Column, String> texts = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            texts.put(column, form.value(column.field()));
        }
        return new WrittenRow(number, texts, Map.of());
    }

    // Out again

    @POST
    @Path("/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@RestPath long id, MultivaluedMap<String, String> posted) {
        ApplicationView claim = desk.application(id);
        String row = Form.of(posted).value("row");
        if (isWritten(claim) && row.matches("[0-9]{1,18}")) {
            Answer<ApplicationView> removed = applications.removeRow(me.actor(), id, null, Long.parseLong(row));
            // A row that isn't there any more is removed already.
            if (!removed.isRefused()) {
                flash.say(claims.msg().removed());
            }
        }
        return claim(id);
    }

    /** So that an address which is only posted to leads somewhere. */
    @GET
    @Path("/remove")
    public Response removed(@RestPath long id) {
        return claim(id);
    }

    private Response added(long id, int clients) {
        flash.say(clients == 1 ? claims.msg().addedOne() : claims.msg().added(Formats.number(clients)));
        return claim(id);
    }

    static boolean isWritten(ApplicationView application) {
        return application.isClaim() && application.state().isEditable();
    }

    private static Response claim(long id) {
        return Answers.seeOther("/applications/" + id);
    }
}
