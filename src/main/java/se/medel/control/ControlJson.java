package se.medel.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.api.Input;
import se.medel.api.InputRefusal;
import se.medel.control.ControlService.RoundControl;
import se.medel.control.ControlService.Written;
import se.medel.control.rules.CheckAnswer;
import se.medel.control.rules.ControlQuestion;
import se.medel.control.rules.RiskFlag;
import se.medel.costreport.rules.ReportState;
import se.medel.privacy.FreeText;
import se.medel.web.Texts;

/** Control as it is sent and shown. */
final class ControlJson {

    private ControlJson() {}

    /** @param sample left out until it is drawn */
    @Schema(name = "RoundControl", requiredProperties = "reports")
    public record OfRound(Sample sample, List<OfReport> reports) {
        static OfRound of(RoundControl control, Texts texts) {
            return new OfRound(
                    control.draw().map(Sample::of).orElse(null),
                    control.reports().stream()
                            .map(view -> OfReport.of(view, texts))
                            .toList());
        }
    }

    /**
     * A sample that anybody can draw again: the reports whose SHA-256 of seed, colon and number are smallest.
     *
     * @param drawnFrom the numbers of all reports when it was drawn
     * @param drawn the numbers of those that were drawn
     * @param holds whether drawing again gives the same
     */
    @Schema(
            name = "ControlSample",
            requiredProperties = {"algorithm", "seed", "size", "drawnFrom", "drawn", "drawnBy", "drawnAt", "holds"})
    public record Sample(
            String algorithm,
            String seed,
            Integer percent,
            int size,
            List<Long> drawnFrom,
            List<Long> drawn,
            String drawnBy,
            Instant drawnAt,
            boolean holds) {
        static Sample of(DrawView draw) {
            return new Sample(
                    draw.algorithm(),
                    draw.seed(),
                    draw.percent(),
                    draw.size(),
                    draw.drawnFrom(),
                    draw.drawn(),
                    draw.drawnBy(),
                    draw.drawnAt(),
                    draw.holds());
        }
    }

    /** @param text the flag in words, with its figure */
    @Schema(
            name = "ReportRisk",
            requiredProperties = {"flag", "figure", "text"})
    public record RiskFound(RiskFlag flag, BigDecimal figure, String text) {}

    @Schema(
            name = "ChecklistAnswer",
            requiredProperties = {"question", "answer", "by", "at"})
    public record Answered(ControlQuestion question, CheckAnswer answer, String note, String by, Instant at) {}

    /**
     * @param deeper whether the report goes to deeper control
     * @param closed whether that is done of the report as it was handed in last; until then it can't be approved
     * @param version what If-Match names, in quotes
     */
    @Schema(
            name = "ReportControl",
            requiredProperties = {
                "report",
                "district",
                "state",
                "drawn",
                "risks",
                "deeper",
                "closed",
                "checklist",
                "voucherRequests",
                "version"
            })
    public record OfReport(
            long report,
            String district,
            ReportState state,
            boolean drawn,
            List<RiskFound> risks,
            boolean deeper,
            boolean closed,
            List<Answered> checklist,
            List<Asked> voucherRequests,
            String finding,
            String closedBy,
            Instant closedAt,
            long version) {
        static OfReport of(ControlView view, Texts texts) {
            return new OfReport(
                    view.report().id(),
                    view.report().district(),
                    view.report().state(),
                    view.drawn(),
                    view.risks().stream()
                            .map(risk -> new RiskFound(
                                    risk.flag(),
                                    risk.figure(),
                                    texts.text("RiskFlag." + risk.flag().name(), risk.argument())))
                            .toList(),
                    view.isDeeper(),
                    view.isClosed(),
                    view.checklist().entrySet().stream()
                            .map(one -> new Answered(
                                    one.getKey(),
                                    one.getValue().answer(),
                                    one.getValue().note(),
                                    one.getValue().by(),
                                    one.getValue().at()))
                            .toList(),
                    view.requests().stream().map(Asked::of).toList(),
                    view.finding(),
                    view.closedBy(),
                    view.closedAt(),
                    view.version());
        }
    }

    /** @param answer left out until the district has answered */
    @Schema(
            name = "VoucherRequest",
            requiredProperties = {"id", "report", "district", "asked", "dueOn", "askedAt"})
    public record Asked(
            long id,
            long report,
            String district,
            String asked,
            LocalDate dueOn,
            Instant askedAt,
            String answer,
            Instant answeredAt) {
        static Asked of(VoucherRequestView request) {
            return new Asked(
                    request.id(),
                    request.reportId(),
                    request.district(),
                    request.asked(),
                    request.dueOn(),
                    request.askedAt(),
                    request.answer(),
                    request.answeredAt());
        }
    }

    /** Either of them. */
    @Schema(name = "SampleSize")
    public record Size(
            @Schema(minimum = "1") Integer number, @Schema(minimum = "1", maximum = "100") Integer percent) {}

    /** @param note needed for a no */
    @Schema(
            name = "WrittenAnswer",
            requiredProperties = {"question", "answer"})
    public record WrittenAnswer(
            ControlQuestion question, CheckAnswer answer, @Schema(maxLength = FreeText.LONGEST) String note) {}

    /** The whole checklist; a question that is left out is unanswered. */
    @Schema(name = "WrittenChecklist", requiredProperties = "answers")
    public record WrittenChecklist(List<WrittenAnswer> answers) {
        Map<ControlQuestion, Written> read(Input input) {
            Map<ControlQuestion, Written> written = new EnumMap<>(ControlQuestion.class);
            List<WrittenAnswer> sent = new ArrayList<>(
                    input.values(input.required(answers, "answers"), "answers", ControlQuestion.values().length));
            for (int i = 0; i < sent.size(); i++) {
                WrittenAnswer one = sent.get(i);
                String at = "answers[" + i + "]";
                input.required(one.question(), at + ".question");
                input.required(one.answer(), at + ".answer");
                if (one.question() != null
                        && written.put(one.question(), new Written(one.answer(), one.note())) != null) {
                    input.fault(at + ".question", InputRefusal.UNKNOWN_VALUE, "");
                }
            }
            return written;
        }

        /** Where the field of a question stands in what was sent. */
        String pointer(String field) {
            String question = field.replaceFirst("\\..*", "");
            for (int i = 0; i < answers.size(); i++) {
                if (answers.get(i).question().name().equals(question)) {
                    return "answers[" + i + "]" + field.substring(question.length());
                }
            }
            return field;
        }
    }

    @Schema(
            name = "NewVoucherRequest",
            requiredProperties = {"asked", "dueOn"})
    public record NewRequest(@Schema(maxLength = FreeText.LONGEST) String asked, LocalDate dueOn) {}

    @Schema(name = "VoucherAnswer", requiredProperties = "answer")
    public record NewAnswer(@Schema(maxLength = FreeText.LONGEST) String answer) {}

    @Schema(name = "ControlFinding", requiredProperties = "finding")
    public record NewFinding(@Schema(maxLength = FreeText.LONGEST) String finding) {}
}
