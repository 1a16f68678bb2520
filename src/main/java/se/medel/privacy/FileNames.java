package se.medel.privacy;

import java.util.List;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;

/** What the name of an uploaded file must keep to. It is shown and stored like any other text. */
public final class FileNames {

    /** The longest name, in characters; no file system has longer ones. */
    public static final int LONGEST = 255;

    /** Why a name is refused. */
    public enum Fault implements Reason {
        /** It seems to hold a personal or coordination number, which is never stored and never repeated. */
        FILE_NAME_PERSONAL_NUMBER,
        /** Argument: the most characters. */
        FILE_NAME_TOO_LONG("maximum");

        private final List<String> members;

        Fault(String... members) {
            this.members = List.of(members);
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public List<String> members() {
            return members;
        }
    }

    private FileNames() {}

    /** Adds what is wrong with the name to {@code faults}, at its field. Nothing is wrong with no name. */
    public static void check(List<Refusal> faults, String field, String name) {
        if (name == null) {
            return;
        }
        if (name.length() > LONGEST) {
            faults.add(Refusal.of(Fault.FILE_NAME_TOO_LONG, LONGEST).at(field));
        } else if (PersonalNumbers.areIn(name) || PersonalNumbers.areIn(withHyphens(name))) {
            faults.add(Refusal.of(Fault.FILE_NAME_PERSONAL_NUMBER).at(field));
        }
    }

    /** In names of files an underscore or a full stop stands where a text has a hyphen or a space. */
    private static String withHyphens(String name) {
        return name.replace('_', '-').replace('.', '-');
    }
}
