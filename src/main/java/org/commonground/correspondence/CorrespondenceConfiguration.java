package org.commonground.correspondence;

import org.commonground.correspondence.channel.MailSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class CorrespondenceConfiguration {}
