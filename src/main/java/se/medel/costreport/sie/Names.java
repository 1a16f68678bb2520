package se.medel.costreport.sie;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names of accounts, dimensions and objects; and which dimensions are about people, whose objects are dropped: employees,
 * customers and suppliers, and whatever a ledger has put below them.
 */
final class Names {

    /** The most names of accounts and of objects. A bound for memory, far above what a city's ledger has. */
    static final int MOST = 100_000;

    private static final int MOST_DIMENSIONS = 200;

    private static final int LONGEST = 200;

    private static final int LOW = 64;

    private static final Set<Integer> PERSONAL = Set.of(ObjectPair.EMPLOYEE, ObjectPair.CUSTOMER, ObjectPair.SUPPLIER);

    private final Cautions cautions;
    private final SortedMap<String, String> accounts = new TreeMap<>();
    private final SortedMap<Integer, String> dimensions = new TreeMap<>();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<ObjectPair, String> objects = new HashMap<>();
    private final Set<Integer> dropped = new HashSet<>(PERSONAL);
    /** The same of the low numbers, which nearly all are; asked for each object of each line. */
    private final boolean[] droppedLow = new boolean[LOW];

    Names(Cautions cautions) {
        this.cautions = cautions;
        rememberLow();
        dimensions.put(ObjectPair.COST_CENTRE, "Kostnadsställe");
        dimensions.put(2, "Kostnadsbärare");
        dimensions.put(ObjectPair.PROJECT, "Projekt");
        dimensions.put(ObjectPair.INVOICE, "Faktura");
    }

    void account(String account, String name, long line) {
        if (hasRoom(accounts, account, MOST, line)) {
            accounts.put(account, cut(name));
        }
    }

    /** A dimension below one about people is about people too: its objects are dropped from here on, and those before. */
    void dimension(int dimension, String name, Integer parent, long line) {
        if (!hasRoom(dimensions, dimension, MOST_DIMENSIONS, line)) {
            return;
        }
        dimensions.put(dimension, cut(name));
        boolean moved = parent != null && !parent.equals(parents.put(dimension, parent));
        if (moved && dropThoseBelow()) {
            objects.keySet().removeIf(object -> isDropped(object.dimension()));
        }
    }

    /** Whether more are dropped than before. */
    private boolean dropThoseBelow() {
        boolean changed = false;
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<Integer, Integer> child : parents.entrySet()) {
                if (dropped.contains(child.getValue())) {
                    more |= dropped.add(child.getKey());
                }
            }
            changed |= more;
        }
        rememberLow();
        return changed;
    }

    private void rememberLow() {
        for (int dimension = 0; dimension < LOW; dimension++) {
            droppedLow[dimension] = dropped.contains(dimension);
        }
    }

    boolean isDropped(int dimension) {
        return dimension >= 0 && dimension < LOW ? droppedLow[dimension] : dropped.contains(dimension);
    }

    void object(ObjectPair object, String name, long line) {
        if (hasRoom(objects, object, MOST, line)) {
            objects.put(object, cut(name));
        }
    }

    /** An object stands on a line; a name it has is kept. Invoices are too many to be worth it. */
    void seen(ObjectPair object, long line) {
        if (object.dimension() != ObjectPair.INVOICE && hasRoom(objects, object, MOST, line)) {
            objects.putIfAbsent(object, "");
        }
    }

    private <K> boolean hasRoom(Map<K, ?> names, K key, int most, long line) {
        if (names.size() < most || names.containsKey(key)) {
            return true;
        }
        cautions.add(SieCaution.TOO_MANY_NAMES, line);
        return false;
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }

    SortedMap<String, String> accounts() {
        return accounts;
    }

    SortedMap<Integer, String> dimensions() {
        SortedMap<Integer, String> kept = new TreeMap<>(dimensions);
        kept.keySet().removeAll(dropped);
        return kept;
    }

    Map<ObjectPair, String> objects() {
        return objects;
    }
}
