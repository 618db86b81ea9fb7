import org.weather.Service;
/** A module of tides. */
@Deprecated
open module org.weather.tides {
  requires transitive java.sql;
  requires static org.weather.Base;
  exports org.weather.tides to org.weather.Ship;
  uses Service;
  provides Service with org.weather.tides.Impl, org.weather.tides.Other;
}
