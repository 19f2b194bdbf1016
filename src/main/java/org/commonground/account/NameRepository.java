package org.commonground.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.platform.personal.BlindIndex;
import org.commonground.platform.personal.BlindRows;
import org.commonground.platform.personal.Findable;
import org.commonground.platform.personal.NameWords;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Personal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables {@code account_name} and {@code organiser_name}: by which words of their names accounts are found, and
 * organisers without one. Whoever writes a name writes its rows.
 */
@Repository
class NameRepository {

    private static final String OF_ACCOUNT = "word-of-account";
    private static final String OF_ORGANISER = "word-of-organiser";

    private final BlindRows accounts;
    private final BlindRows organisers;

    NameRepository(JdbcClient jdbc, BlindIndex index) {
        this.accounts = new BlindRows(jdbc, index, "account", "account_name", "account_id");
        this.organisers = new BlindRows(jdbc, index, "organiser", "organiser_name", "organiser_id");
    }

    /** One word; {@code toString} tells no name. */
    private record Word(String ofKind, String plain) implements Findable {

        @Override
        public String toString() {
            return "Word[" + ofKind + ", " + Personal.HIDDEN + "]";
        }
    }

    void write(AccountId id, PersonName name) {
        accounts.write(id.value(), words(OF_ACCOUNT, NameWords.all(name.text())));
    }

    /** @param name null for somebody with an account, who is found by its name */
    void write(OrganiserId id, PersonName name) {
        organisers.write(id.value(), words(OF_ORGANISER, name == null ? Set.of() : NameWords.all(name.text())));
    }

    List<AccountId> accountsNotIndexed(int most) {
        return accounts.notIndexed(most).stream().map(AccountId::new).toList();
    }

    List<OrganiserId> organisersNotIndexed(int most) {
        return organisers.notIndexed(most).stream().map(OrganiserId::new).toList();
    }

    /** The accounts whose name has every word that somebody typed. */
    Set<UUID> accounts(String typed) {
        return named(accounts, OF_ACCOUNT, typed);
    }

    /** The same of organisers without an account. */
    Set<UUID> organisers(String typed) {
        return named(organisers, OF_ORGANISER, typed);
    }

    /** Anne-Marie stands for two words, and for one as others write it. */
    private static Set<UUID> named(BlindRows rows, String kind, String typed) {
        Set<String> between = Arrays.stream(typed.strip().split("\\s+"))
                .map(NameWords::letters)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
        Set<UUID> found = new HashSet<>();
        new HashSet<>(List.of(NameWords.written(typed), between))
                .stream()
                        .filter(words -> !words.isEmpty())
                        .forEach(words -> found.addAll(rows.having(words(kind, words))));
        return found;
    }

    private static List<Word> words(String kind, Collection<String> words) {
        List<Word> all = new ArrayList<>();
        words.forEach(word -> all.add(new Word(kind, word)));
        return all;
    }
}
