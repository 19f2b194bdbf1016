package org.commonground.conversation;

import org.commonground.conversation.code.PracticeCodes;
import org.commonground.conversation.reach.ContactSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ContactSettings.class, PracticeCodes.class})
class ConversationConfiguration {}
