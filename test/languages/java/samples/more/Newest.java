// Valid for javac 25, beyond the grammar: the scanner's reading stands.
package weather;

import module java.base;
import module
    java.sql;
import weather.sea.Ship;

class Newest extends Newer {
  Newest() {
    var height = Heights.TALL;
    super(height);
  }

  int code(Object o) {
    return switch (o) {
      case Ship.Small _, Ship.Large _ -> Codes.SHIP;
      case Ship.Loaded(Cargo c, _) -> Codes.LOADED;
      default -> 0;
    };
  }
}
