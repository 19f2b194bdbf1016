package org.commonground.conversation.code;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SNOMED CT codes (UK edition) that a practice writes into the person's record: {@code commonground.codes.*}. A code
 * whose check digit is wrong stops the start.
 *
 * @param agreed referral to social prescribing service: once per referral, when the person agrees
 * @param declined social prescribing declined: when the person says no
 */
@ConfigurationProperties("commonground.codes")
public record PracticeCodes(
        @DefaultValue("871731000000106") SnomedCode agreed,
        @DefaultValue("871711000000103") SnomedCode declined) {}
