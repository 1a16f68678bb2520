package se.medel.user;

/** A user as the administrator sees it. */
public record UserView(
        Long id, String username, Role role, String district, String title, boolean active, boolean demo) {}
