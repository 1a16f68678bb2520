package se.medel.control;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The samples of all rounds. */
@ApplicationScoped
class ControlDraws implements PanacheRepositoryBase<ControlDraw, String> {}
