/**
 * What has happened: published by a capability, heard in the same transaction, kept as a row without people. Whoever
 * wants to tell a referral's story reads it here.
 */
package org.commonground.platform.event;
