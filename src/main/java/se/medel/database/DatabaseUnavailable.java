package se.medel.database;

/** The embedded database cannot be had; the message tells whoever starts the program what to do about it. */
public final class DatabaseUnavailable extends RuntimeException {

    DatabaseUnavailable(String message) {
        super(message);
    }
}
