package se.medel.district;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All districts, also those that no longer exist. */
@ApplicationScoped
@Transactional
public class Districts implements PanacheRepositoryBase<District, String> {

    /** Every district, in Swedish alphabetical order. */
    public List<DistrictView> everyone() {
        return inOrder(listAll());
    }

    /** The name of every district by its slug, read at once for who needs many. */
    public Map<String, String> names() {
        return listAll().stream().map(District::view).collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
    }

    /** The districts that exist on a day, in Swedish alphabetical order. */
    public List<DistrictView> on(LocalDate day) {
        return inOrder(list("validFrom <= ?1 and (validTo is null or validTo >= ?1)", day));
    }

    /** The district with a slug, whether it still exists or not. */
    public Optional<DistrictView> bySlug(String slug) {
        return slug == null ? Optional.empty() : findByIdOptional(slug).map(District::view);
    }

    /** Sorted here, because the database's order depends on how it was set up, and å, ä and ö come last in Swedish. */
    private static List<DistrictView> inOrder(List<District> districts) {
        Collator swedish = Collator.getInstance(Locale.forLanguageTag("sv"));
        return districts.stream()
                .map(District::view)
                .sorted(Comparator.comparing(DistrictView::name, swedish))
                .toList();
    }
}
