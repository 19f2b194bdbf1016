/** Who has what in a team, handing it over, and who is away: for whoever leads a team, and for everybody about themselves. */
package org.commonground.web.team;
