package org.commonground.correspondence.words;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonground.correspondence.MessageKind;
import org.commonground.neighbourhood.Neighbourhood;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Puts a mail into words, twice: plain and as HTML. Beside the composer's facts a template may show {@code home}, our
 * public address, {@code title}, the mail's subject line, and {@code service}: the name, phone and hours of who writes, and
 * whether replies are read; null where it is about the installation alone.
 */
@Component
public class Templates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final String home;

    Templates(@Value("${commonground.public-url}") String home) {
        this.home = home.replaceAll("/+$", "");
        engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
        engine.addTemplateResolver(resolver(".html", TemplateMode.HTML));
    }

    /** The two forms of the same mail. */
    public record Words(String plain, String html) {}

    public Words write(MessageKind kind, Message mail) {
        Map<String, Object> facts = facts(mail);
        facts.put("home", home);
        facts.put("title", mail.subject());
        facts.put("onPaper", false);
        Context context = new Context(Locale.UK, facts);
        return new Words(
                engine.process("mail/" + kind.word() + ".txt", context),
                engine.process("mail/" + kind.word() + ".html", context));
    }

    /** The plain words without what only a mail says, for a letter or a call. */
    public String onPaper(MessageKind kind, Message mail) {
        Map<String, Object> facts = facts(mail);
        facts.put("onPaper", true);
        return engine.process("mail/" + kind.word() + ".txt", new Context(Locale.UK, facts));
    }

    private static Map<String, Object> facts(Message mail) {
        Map<String, Object> facts = new HashMap<>(mail.facts());
        facts.put("service", mail.from().map(Templates::facts).orElse(null));
        facts.put("linkWorker", mail.linkWorker().orElse(null));
        return facts;
    }

    private static Map<String, Object> facts(Neighbourhood service) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("name", service.name());
        facts.put("phone", service.phone().text());
        facts.put("hours", service.hours());
        facts.put("replies", service.replyTo() != null);
        return facts;
    }

    /** A page to print, as XHTML. */
    String page(Map<String, Object> facts) {
        return engine.process("letter/page.html", new Context(Locale.UK, facts));
    }

    String letter(String name, Map<String, Object> facts) {
        return engine.process("letter/" + name + ".txt", new Context(Locale.UK, facts));
    }

    private static ClassLoaderTemplateResolver resolver(String ending, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setResolvablePatterns(Set.of("*" + ending));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(mode == TemplateMode.TEXT ? 1 : 2);
        return resolver;
    }
}
