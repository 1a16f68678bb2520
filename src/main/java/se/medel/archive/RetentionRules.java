package se.medel.archive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * How long documents of a class are kept, and were to be kept before.
 *
 * @param rules every one there is and has been, the newest first
 * @param version changes with each new rule
 */
public record RetentionRules(RecordClass recordClass, List<RetentionRule> rules, @JsonIgnore long version) {}
