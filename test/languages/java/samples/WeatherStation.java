package weather;

import java.util.List;

/** The language of Java 9 to 25, as far as the grammar reads it. */
public sealed interface WeatherStation permits Buoy, Mast, weather.sea.Ship {
  record Reading<T extends Number>(@Unit("C") T value, Instant at, Source... SOURCES) implements Comparable<Reading<T>> {
    static final Reading<Integer> NONE = new Reading<>(0, Instant.EPOCH);
    Reading { Checks.notNull(at); }
    Reading(T value) { this(value, Instant.now()); }
    record Pair(Reading<?> A, Reading<?> B) { }
  }

  private static String draw(Object o) {
    var text = """
        A "Ghost" of a \""" text block \
        with class Ghost { }
        """;
    var empty = """
        """ + Chart.EMPTY;
    return switch (o) {
      case null -> Names.NOTHING;
      case Reading(Number n, var at) when n.intValue() > Limits.HOT && Rules.HEAT.test(at) -> Names.HOT;
      case Reading<?>(Integer i, Instant at) -> { yield Names.COLD; }
      case Pair(Reading(var a, Instant INNER), Box(Cold(), var c)) -> throw new Storm();
      case Buoy BUOY when BUOY.drifts() -> Buoy.NAME;
      case Mast m -> Names.of(m);
      case Sky.BLUE, GREY -> yes ? Names.FINE : Names.DULL;
      case String s when (s.length() > 3) -> { yield NONE; }
      default -> text;
    };
  }

  static void measure(Object o) {
    if (o instanceof Reading<?> r && r.at() != null || !(o instanceof final Mast MAST)) return;
    if (o instanceof Reading(Integer VALUE, var _) && VALUE > Limits.LOW) Log.info(VALUE);
    if (o instanceof Box<Cold>(Cold(Frost F)) ? new Ice<A>(Make(B)) != null : C.d) return;
    for (var READING : List.of()) try (var LOG = Log.open(); LOG) { }
    Consumer<Reading> c = (var X, @Unit Reading Y) -> Log.out(X), d = (Reading _) -> { };
    switch (1) { case 1, 2: record Local(int i) { } case 3: default: enum LocalKind { A } }
    int y = switch (o) { case A: yield Names.A; case B: { yield 2; } default: yield -1; };
  }
}

non-sealed class Buoy implements WeatherStation { class Sensor { static class Chip { } } }
abstract sealed class Mast implements WeatherStation permits Tall { }
final class Tall extends Mast { Tall() { super(); } }
