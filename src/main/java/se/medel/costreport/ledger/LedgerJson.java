package se.medel.costreport.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.api.Figure;
import se.medel.api.Input;
import se.medel.application.rules.CostCategory;
import se.medel.costreport.file.ReportFileJson;
import se.medel.costreport.sie.LeftOut;
import se.medel.costreport.sie.ObjectPair;
import se.medel.costreport.sie.SieCaution;
import se.medel.costreport.sie.SieEncoding;
import se.medel.money.Kronor;

/** Files and imports of a report as programs read and write them. */
final class LedgerJson {

    private LedgerJson() {}

    /** @param dimension such as 1 for cost centre and 6 for project */
    @Schema(name = "LedgerObject")
    record Obj(int dimension, String code) {
        static Obj of(ObjectPair pair) {
            return new Obj(pair.dimension(), pair.code());
        }
    }

    /** @param amount what it would give on its own in the round's year */
    @Schema(name = "LedgerObjectSum")
    record ObjSum(int dimension, String code, String name, Kronor amount, long lines) {}

    /** @param line where it was first seen; 0 for the whole file */
    @Schema(name = "LedgerWarning")
    record Caution(SieCaution caution, long line, long count) {}

    @Schema(name = "LedgerUnbalanced")
    record OffBalance(String series, String number, long line, Kronor difference) {}

    @Schema(name = "LedgerFile")
    record Facts(
            ReportFileJson file,
            String company,
            String organisationNumber,
            LocalDate yearFrom,
            LocalDate yearTo,
            String program,
            LocalDate madeOn,
            SieEncoding encoding,
            long vouchers,
            long transactions,
            boolean checksumRight,
            List<Caution> warnings,
            List<OffBalance> unbalanced,
            List<ObjSum> objects,
            int allObjects) {
        static Facts of(LedgerImportService.LedgerFile file) {
            LedgerFacts facts = file.facts();
            return new Facts(
                    ReportFileJson.of(file.file()),
                    facts.company(),
                    facts.organisationNumber(),
                    facts.yearFrom(),
                    facts.yearTo(),
                    facts.program(),
                    facts.madeOn(),
                    facts.encoding(),
                    facts.vouchers(),
                    facts.transactions(),
                    facts.checksumRight(),
                    facts.warnings().stream()
                            .map(warning -> new Caution(warning.caution(), warning.line(), warning.count()))
                            .toList(),
                    facts.unbalanced().stream()
                            .map(off -> new OffBalance(
                                    off.voucher().series(),
                                    off.voucher().number(),
                                    off.voucher().line(),
                                    off.difference()))
                            .toList(),
                    facts.objects().stream()
                            .map(sum -> new ObjSum(
                                    sum.object().dimension(),
                                    sum.object().code(),
                                    sum.name(),
                                    sum.amount(),
                                    sum.lines()))
                            .toList(),
                    facts.allObjects());
        }
    }

    /** @param application the grant that the costs are charged to */
    @Schema(name = "LedgerChoice")
    record Choice(Long application, LocalDate from, LocalDate to, @Schema(maxItems = 1000) List<Obj> objects) {

        LedgerChoice read(Input input) {
            input.required(application, "application");
            input.required(from, "from");
            input.required(to, "to");
            List<ObjectPair> pairs = new ArrayList<>();
            List<Obj> sent = input.values(objects, "objects", 1000);
            for (int i = 0; i < sent.size(); i++) {
                String code = input.required(sent.get(i).code, "objects[" + i + "].code");
                pairs.add(new ObjectPair(sent.get(i).dimension, code));
            }
            return input.isFaulty() ? null : new LedgerChoice(application, from, to, pairs);
        }

        static Choice of(LedgerChoice choice) {
            return new Choice(
                    choice.applicationId(),
                    choice.from(),
                    choice.to(),
                    choice.objects().stream().map(Obj::of).toList());
        }
    }

    @Schema(name = "LedgerAccountSum")
    record Account(String account, String name, CostCategory category, Kronor amount, long lines) {
        static List<Account> of(List<LedgerOutcome.AccountSum> sums) {
            return sums.stream()
                    .map(sum -> new Account(sum.account(), sum.name(), sum.category(), sum.amount(), sum.lines()))
                    .toList();
        }
    }

    @Schema(name = "LedgerLeftOut")
    record Left(LeftOut reason, Kronor amount, long lines) {}

    /** @param line the plan's line; 0 for a cost that the plan hasn't */
    @Schema(name = "LedgerFigure")
    record Written(int line, CostCategory category, Kronor amount, boolean typedWasKept) {}

    @Schema(name = "LedgerImport")
    record Import(
            long id,
            long file,
            int chart,
            Choice choice,
            List<Account> taken,
            List<Left> leftOut,
            List<Account> unmapped,
            List<Written> written,
            String madeBy,
            Instant madeAt,
            String confirmedBy,
            Instant confirmedAt) {
        static Import of(LedgerImportView made) {
            LedgerOutcome outcome = made.outcome();
            return new Import(
                    made.id(),
                    made.fileId(),
                    made.chartVersion(),
                    Choice.of(made.choice()),
                    Account.of(outcome.taken()),
                    outcome.leftOut().stream()
                            .map(left -> new Left(left.reason(), left.amount(), left.lines()))
                            .toList(),
                    Account.of(outcome.unmapped()),
                    made.written() == null
                            ? null
                            : made.written().figures().stream()
                                    .map(figure -> new Written(
                                            figure.line(),
                                            figure.category(),
                                            figure.actual(),
                                            made.written().keptTyped().contains(figure.line())))
                                    .toList(),
                    made.madeBy(),
                    made.madeAt(),
                    made.confirmedBy(),
                    made.confirmedAt());
        }
    }

    /** What one line gets of a category that has several. */
    @Schema(name = "LedgerDivision")
    record Division(int line, Figure amount) {}

    /**
     * @param division for each category with several lines, all its lines; the sums must be the ledger's
     * @param replaceTyped whether typed figures are replaced; must be said where there are any
     */
    @Schema(name = "LedgerConfirmation")
    record Confirmation(@Schema(maxItems = 1000) List<Division> division, Boolean replaceTyped) {

        Map<Integer, Kronor> read(Input input) {
            Map<Integer, Kronor> read = new TreeMap<>();
            List<Division> sent = input.values(division, "division", 1000);
            for (int i = 0; i < sent.size(); i++) {
                String at = "division[" + i + "].amount";
                Figure figure = input.required(sent.get(i).amount, at);
                // What was credited is below zero.
                boolean below = figure != null
                        && figure.fault() == null
                        && figure.number().signum() < 0;
                Figure above = below ? new Figure(figure.number().negate(), null) : figure;
                Kronor amount = input.kronor(above, at, "Y3");
                if (amount != null) {
                    read.put(sent.get(i).line, below ? Kronor.ZERO.minus(amount) : amount);
                }
            }
            return read;
        }
    }
}
