// A compact source file: methods and fields without a class.
import static java.lang.IO.println;

Tide TIDE = Tide.HIGH;

void main() {
  println(Tide.of(TIDE));
}

record Tide(Level level) { }
