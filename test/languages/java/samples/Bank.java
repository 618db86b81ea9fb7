/* A bank: the language as of Java 8. {@link Ghost} is no reference. */
package org.riverbank.core;

import java.io.IOException;
import java.util.*;
import java.util.function.Function;
import static java.lang.Math.max;
import static org.riverbank.core.Rates.*;
import org.riverbank . ledger . /* the big one */ Ledger;;

// Ghost again
@SuppressWarnings({"unchecked", "Ghost"})
public abstract class Bank<A extends Account & Comparable<A>> extends Institution implements Auditable, java.io.Serializable {
  private static final long serialVersionUID = 0x1.8p+3 > 1e-3 ? 1_000L : 07L, LATER = 2;
  public static final String NAME = "Ghost \" // no comment", MOTTO = '\'' + "\\" + '"';
  protected final Map<String, List<? super A>> accounts = new HashMap<>(), CLOSED = new TreeMap<String, List<? super A>>();
  int[][] tellers[] = {{{1, 2}, {3}}, {}}, more = new int[Limits.TELLERS][];
  List<A> OPEN;

  static {
    Registry.register(Bank.class.getName(), Bank[].class, int.class, Outer.Inner[].class);
  }

  {
    this.OPEN = super.toString().isEmpty() ? null : Collections.<A>emptyList();
  }

  @Deprecated
  public Bank(@NotNull Vault vault, final Clerk... CLERKS) throws IOException, org.riverbank.Closed {
    super(vault);
    Clerk LOCAL = CLERKS[0], OTHER;
  }

  Bank() {
    this(new Vault(Vault.DEFAULT) {
      class Hidden { }
      @Override void open() { Alarm.ring(); }
    });
  }

  public <T extends A> Optional<T> find(Function<? super String, ? extends T> by, String Key) {
    OUTER:
    for (A account : accounts.values().iterator().next() == null ? List.<A>of() : OPEN) {
      for (int i = 0, n = max(1, 2); i < n && n > Limits.LOW; i++) {
        if (account instanceof Savings) continue OUTER;
        else INNER: while (true) break INNER;
        if (((Savings) account).rate() > Rates.BASE) break OUTER;
      }
    }
    do DONE: { break DONE; } while (Limits.HIGH < Rates.BASE);
    switch (Kind.valueOf(Key)) {
      case CURRENT:
      case SAVINGS: {
        LATER: for (;;) break LATER;
      }
      default:
    }
    synchronized (Bank.this.accounts) { Bank.super.hashCode(); }
    Runnable r = () -> Audit.run(), s = Audit::new, t = Audit.Log::write, u = this::close, v = int[]::new;
    Function<A, B> f = X -> Y.of(X), g = (P, Q) -> { return new Outer.Inner<Z>(P); };
    try (Ledger LEDGER = Ledger.open(); Ledger second = LEDGER) {
      assert accounts != null : Message.EMPTY;
      throw new IOException(Message.format("x"), new Error());
    } catch (IOException | IllegalStateException FAILURE) {
      accounts.get(Key).Field.Deep.call();
      vault().Box.open(Box.KEY);
    } finally {
      Object o = (Runnable & java.io.Serializable) () -> { };
      boolean wide = accounts.size() > LIMIT;
    }
    class Local { class Inner { } }
    return new Vault().new Drawer<Key>(Key.MASTER).Content.get();
  }

  abstract void close() throws Closed;

  enum Kind implements Coded {
    @Old("a") CURRENT(Rates.LOW) { int code() { class InConstant { } return Codes.ONE; } },
    SAVINGS, @Young LOAN(3) { };
    private Kind(int... rates) { }
    interface Part { Part NONE = null; }
    static final Kind FIRST = CURRENT;
  }

  enum Empty { }

  enum Bare { ONE, TWO, }

  @interface Rule {
    String[] value() default {"x"};
    Class<? extends Bank> by() default Bank.class;
    Level level() default Level.LOW;
    @interface Nested { }
  }

  interface Auditable { int DEPTH = Limits.DEPTH; default void audit() { Audit.of(this); } static Auditable none() { return null; } }
}

class Helper { static native void run(); }
