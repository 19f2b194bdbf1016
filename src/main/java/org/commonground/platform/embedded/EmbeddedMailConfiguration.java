package org.commonground.platform.embedded;

import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The embedded mail server, and the sender that brings everything to it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnEmbeddedMail
@EnableConfigurationProperties(MailProperties.class)
class EmbeddedMailConfiguration {

    @Bean
    CaughtMails caughtMails(DataDirectory data) {
        return new CaughtMails(data.directory("mails"));
    }

    @Bean
    EmbeddedMailServer embeddedMailServer(CaughtMails mails, EmbeddedSettings settings) {
        return EmbeddedMailServer.start(mails, settings.mailPort());
    }

    @Bean
    JavaMailSender mailSender(EmbeddedMailServer server, MailProperties settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(EmbeddedMailServer.HOST);
        sender.setPort(server.port());
        sender.setDefaultEncoding(settings.getDefaultEncoding().name());
        sender.getJavaMailProperties().putAll(settings.getProperties());
        return sender;
    }
}
