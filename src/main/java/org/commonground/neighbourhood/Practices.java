package org.commonground.neighbourhood;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commonground.account.Actor;
import org.commonground.account.Administration;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.PracticeId;
import org.commonground.account.TeamId;
import org.commonground.platform.event.Events;
import org.commonground.platform.persistence.Part;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The practices that may refer, each known by a key that we make. */
@Service
@Transactional
public class Practices {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PracticeRepository repository;
    private final TeamRepository teams;
    private final WorkingDays days;
    private final Events events;

    Practices(PracticeRepository repository, TeamRepository teams, WorkingDays days, Events events) {
        this.repository = repository;
        this.teams = teams;
        this.days = days;
        this.events = events;
    }

    /**
     * Adds a practice and makes its key, which is answered this once; only an administrator or the system may.
     *
     * @throws Refusal for wrong input, a code that is known already, or an actor who may not
     */
    public PracticeKey create(KeepPractice command, Actor actor) {
        Commands.require(command);
        Administration.require(actor);
        PracticeId id = PracticeId.next();
        requirePossible(id, command);
        String key = newKey();
        try {
            repository.insert(id, command, hash(key));
        } catch (DuplicateKeyException e) {
            throw taken();
        }
        events.publish(PracticeChanged.of(id, "created", actor));
        return new PracticeKey(id, command.odsCode(), key);
    }

    /** As {@link #create(KeepPractice, Actor)}, where the least is known. */
    public PracticeKey create(NewPractice command, Actor actor) {
        return create(command.facts(), actor);
    }

    /**
     * Keeps what is known about a practice. Where all of it is so already nothing happens.
     *
     * @throws Refusal for wrong input, a code that is taken, or a successor that leads back to this practice
     */
    public void change(PracticeId id, KeepPractice command, Actor actor) {
        Commands.require(command);
        Administration.require(actor);
        if (command.equals(KeepPractice.of(get(id)))) {
            return;
        }
        requirePossible(id, command);
        try {
            repository.change(id, command);
        } catch (DuplicateKeyException e) {
            throw taken();
        }
        events.publish(PracticeChanged.of(id, "changed", actor));
    }

    /** Makes another key; the former one opens nothing from now on. */
    public PracticeKey renewKey(PracticeId id, Actor actor) {
        Administration.require(actor);
        Practice practice = get(id);
        String key = newKey();
        repository.changeKey(id, hash(key));
        events.publish(PracticeChanged.of(id, "new-key", actor));
        return new PracticeKey(id, practice.odsCode(), key);
    }

    /** Keeps the right mail address of a practice; only an administrator or the system may. */
    public void changeMail(PracticeId id, MailAddress mail, Actor actor) {
        Administration.require(actor);
        get(id);
        repository.changeMail(id, mail);
        events.publish(PracticeChanged.of(id, "new-mail", actor));
    }

    /** The practice refers no more; its key opens nothing from now on. */
    public void close(PracticeId id, Actor actor) {
        Administration.require(actor);
        get(id);
        repository.close(id);
        events.publish(PracticeChanged.of(id, "closed", actor));
    }

    /**
     * The practice that an ODS code and key belong to.
     *
     * @throws PracticeEnded where they do, but it refers no more
     */
    @Transactional(readOnly = true)
    public Optional<Practice> authenticate(String odsCode, String key) {
        Optional<Practice> known = byOdsCode(odsCode)
                .filter(Practice::active)
                .filter(practice -> MessageDigest.isEqual(bytes(repository.keyHash(practice.id())), bytes(hash(key))));
        known.filter(practice -> practice.hasEnded(days.today())).ifPresent(practice -> {
            throw new PracticeEnded(ended(practice));
        });
        return known;
    }

    /**
     * The practice that hears about referrals of another: itself, or once it has ended its successor, or that one's.
     */
    @Transactional(readOnly = true)
    public PracticeId heirOf(PracticeId id) {
        Set<PracticeId> seen = new HashSet<>();
        PracticeId heir = id;
        while (seen.add(heir)) {
            Optional<PracticeId> next = repository
                    .find(heir)
                    .filter(practice -> practice.hasEnded(days.today()))
                    .flatMap(Practice::successor);
            if (next.isEmpty()) {
                return heir;
            }
            heir = next.get();
        }
        return id;
    }

    /** The practices whose referrals a practice hears about: itself, and those it took over from. */
    @Transactional(readOnly = true)
    public Set<PracticeId> heardBy(PracticeId id) {
        Set<PracticeId> all = new HashSet<>();
        all.add(id);
        repository.before(id).stream()
                .filter(former -> heirOf(former).equals(id))
                .forEach(all::add);
        all.removeIf(practice -> !heirOf(practice).equals(id));
        return all;
    }

    @Transactional(readOnly = true)
    public Optional<Practice> find(PracticeId id) {
        return repository.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Practice> byOdsCode(String odsCode) {
        return odsCode == null
                ? Optional.empty()
                : repository.byOdsCode(odsCode.strip().toUpperCase(Locale.ROOT));
    }

    /** How many there ever were. */
    @Transactional(readOnly = true)
    public int count() {
        return repository.count();
    }

    /**
     * A page of every practice there ever was, by ODS code.
     *
     * @param words part of a name or an ODS code; null for all
     */
    @Transactional(readOnly = true)
    public Part<Practice> listed(String words, int page) {
        return repository.listed(words, page);
    }

    /** The active practices that refer to one of these teams, by ODS code. */
    @Transactional(readOnly = true)
    public List<Practice> of(Collection<TeamId> teams) {
        return repository.activeOf(teams);
    }

    /** Every practice of a neighbourhood there ever was, by ODS code. */
    @Transactional(readOnly = true)
    public List<Practice> in(NeighbourhoodId neighbourhood) {
        return repository.in(neighbourhood);
    }

    private void requirePossible(PracticeId id, KeepPractice command) {
        if (teams.find(command.team()).filter(Team::active).isEmpty()) {
            throw Refusal.invalid("team", "Choose a team that has not ended");
        }
        Set<PracticeId> seen = new HashSet<>(Set.of(id));
        Optional<PracticeId> next = Optional.ofNullable(command.successor());
        while (next.isPresent()) {
            if (!seen.add(next.get())) {
                throw Refusal.invalid("successor", "Choose a practice that is not itself followed by this one");
            }
            next = get(next.get()).successor();
        }
    }

    private static Refusal taken() {
        return Refusal.invalid("odsCode", "There is a practice with this ODS code already");
    }

    private String ended(Practice practice) {
        String words = practice.name() + " (" + practice.odsCode() + ") refers no more"
                + practice.validUntil()
                        .map(last -> " since " + InWords.date(last.plusDays(1)))
                        .orElse("")
                + ". Its referrals go on.";
        return practice.successor()
                .flatMap(repository::find)
                .map(heir -> words + " News about them goes to " + heir.name() + " (" + heir.odsCode()
                        + "), whose key is to be used from now on.")
                .orElse(words + " Ask the service for help.");
    }

    private Practice get(PracticeId id) {
        return repository.find(id).orElseThrow(() -> Refusal.notFound("There is no such practice"));
    }

    private static String newKey() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** One round of SHA-256 is enough for 256 random bits, and cheap enough for every request of a practice. */
    private static String hash(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(key)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
