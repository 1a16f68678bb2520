package se.medel.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationModel.Ceiling;
import se.medel.round.rules.Basis;
import se.medel.round.rules.Component.AgeBand;
import se.medel.round.rules.Component.ClientCap;
import se.medel.round.rules.Component.ClientCompensation;
import se.medel.round.rules.Component.CoFinancing;
import se.medel.round.rules.Component.FixedGrant;
import se.medel.round.rules.Component.GroupCap;

/** The model that the committee approved for 2014, as data: every figure with its rule and its source. */
public final class Model2014 {

    private static final List<String> JOINT_PROJECT = List.of("rinkeby-kista", "spanga-tensta");

    private Model2014() {}

    public static AllocationModel model() {
        Map<String, Kronor> named = new LinkedHashMap<>();
        JOINT_PROJECT.forEach(district -> named.put(district, Kronor.of(600_000)));
        return new AllocationModel(
                List.of(
                        new FixedGrant(
                                new Basis(
                                        "M1",
                                        "Rinkeby-Kista och Spånga-Tensta får 600 000 kr var, för mer personal eftersom det"
                                                + " gemensamma projektet redan har tagit in fler än planerat."),
                                named),
                        new CoFinancing(
                                new Basis(
                                        "M2",
                                        "Andra stadsdelar som vill utveckla arbetet kan söka medfinansiering, högst"
                                                + " 200 000 kr per stadsdel."),
                                List.of(
                                        "hasselby-vallingby",
                                        "bromma",
                                        "kungsholmen",
                                        "norrmalm",
                                        "ostermalm",
                                        "sodermalm",
                                        "enskede-arsta-vantor",
                                        "skarpnack",
                                        "farsta",
                                        "alvsjo",
                                        "hagersten-liljeholmen",
                                        "skarholmen"),
                                Kronor.of(200_000),
                                new Basis(
                                        "A3",
                                        "Medfinansiering täcker en del av kostnaden: aldrig mer än kostnaden minus annan"
                                                + " finansiering, och stadsdelen bär en egen del."),
                                true),
                        new ClientCompensation(
                                new Basis(
                                        "M3",
                                        "Engångsersättning med 15 000 kr per klient som deltar i en social insatsgrupp och"
                                                + " inte var aktuell hos socialtjänsten i direkt anslutning till beslutet."),
                                Kronor.of(15_000),
                                new ClientCap(new Basis("M4a", "Sammanlagt högst 120 klienter under året."), 120),
                                List.of(new GroupCap(
                                        new Basis(
                                                "M4b",
                                                "Av dessa högst 65 från det gemensamma projektet i Rinkeby-Kista och"
                                                        + " Spånga-Tensta."),
                                        "Rinkeby-Kista och Spånga-Tensta",
                                        JOINT_PROJECT,
                                        65)),
                                new AgeBand(new Basis("M6", "Målgruppen är unga vuxna i åldern 19–29 år."), 19, 29),
                                null)),
                new Ceiling(new Basis("M5", "Den utbetalda summan kan uppgå till högst 5 mkr."), Kronor.of(5_000_000)));
    }
}
