package org.commonground.neighbourhood;

import org.commonground.account.NeighbourhoodId;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Phone;

/**
 * The unit of a service: its teams, the practices that refer to them, and the groups at home there.
 *
 * @param name as people know it: {@code Elmbrook}
 * @param phone the service's number there
 * @param hours when that is answered, in words: {@code Monday to Friday, 9am to 5pm}
 * @param replyTo where an answer to a mail of the service is read; null where nobody reads any
 */
public record Neighbourhood(NeighbourhoodId id, String name, Phone phone, String hours, MailAddress replyTo) {}
