package org.riverbank.library;

import java.lang.annotation.*;
import java.util.Map.Entry;

/** Annotations, generics and odd spacing. */
@Documented @Target({ElementType.TYPE_USE, ElementType.PARAMETER}) @Retention(value = RetentionPolicy.RUNTIME)
@interface Shelf { int[] rows() default {}; Row Best() default @Row(1); }

@org.riverbank.rules.Checked(by = {Clerk.class, Reader.class}, Level = Level.HIGH)
final class Library {
  java.lang.@Shelf String title; // a type annotation splits the chain
  @Shelf Book @Shelf [] BOOKS = new @Shelf Book @Shelf [3];
  Map<@Shelf String, ? extends @Shelf Book> byTitle;
  Map.Entry<Book, Author> ENTRY = new Map.@Shelf Entry<Book, Author>();
  Outer<Author>.Inner<Book> split;
  $Gen$Type gen; _Fields fields; _lower lower; $lower_ money; Ärmel sleeve; ñandu bird; 本 書;

  void receive(@Shelf Library this, int... COUNTS) { }

  class Copy { Copy(Library Library.this) { } }

  Object lend() {
    Object made = new @Shelf(rows = {1}) Copy(Reader.NONE);
    Object other = new Copy(null);
    int Total = Catalog
        . /* why not */ Section
        // here
        .COUNT;
    int again = Catalog.Section.COUNT + Catalog.Section . COUNT;
    String s = Shelf.class.getName() + Library.<Book>pick(Book::new); Function<A, B> by = Book::<Author>by;
    return a < B || c > D ? E.F : (G) H.i[J.k]++ - --L.m;
  }

  @Override public String toString() { return "\u0041\t\0\s" + 'a' + '\u0042' + '\\' + ""; }
  static <T> T pick(java.util.function.Supplier<T> from) { return from.get(); }
  Entry<Book, ?> when, record, sealed, permits, yield, module, var;
  int record(int Record) { record = null; return this.record(Record) + when.hashCode(); }
}
