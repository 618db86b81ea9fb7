/** A package of tides. */
@Tides(Sea.NORTH)
@org.weather.Documented
package org.weather.tides;

import org.weather.Sea;
