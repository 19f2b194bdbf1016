package org.commonground.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.refusal.Valid;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The practices that may refer, each known by a key that we make. */
@Service
@Transactional
public class Practices {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PracticeRepository repository;
    private final Events events;

    Practices(PracticeRepository repository, Events events) {
        this.repository = repository;
        this.events = events;
    }

    /**
     * Adds a practice and makes its key, which is answered this once; only an administrator or the system may.
     *
     * @throws Refusal for wrong input, a code that is known already, or an actor who may not
     */
    public PracticeKey create(NewPractice command, Actor actor) {
        Valid.require(command);
        Administration.require(actor);
        PracticeId id = PracticeId.next();
        String key = newKey();
        try {
            repository.insert(id, command, hash(key));
        } catch (DuplicateKeyException e) {
            throw Refusal.invalid("odsCode", "There is a practice with this ODS code already");
        }
        events.publish(PracticeChanged.of(id, "created", actor));
        return new PracticeKey(id, command.odsCode(), key);
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

    /** The active practice that an ODS code and key belong to. */
    @Transactional(readOnly = true)
    public Optional<Practice> authenticate(String odsCode, String key) {
        return byOdsCode(odsCode)
                .filter(Practice::active)
                .filter(practice -> MessageDigest.isEqual(bytes(repository.keyHash(practice.id())), bytes(hash(key))));
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

    /** Every active practice, by ODS code. */
    @Transactional(readOnly = true)
    public List<Practice> all() {
        return repository.active();
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
