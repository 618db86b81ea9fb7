/**
 * The encoding of properties, and the one that an XML file declares; no other file of ours begins so.
 * @see https://www.w3.org/TR/xml/#charencoding
 */
export function resourceEncoding(bytes: Uint8Array, path: string): string | undefined {
  // https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/util/Properties.html
  if (path.endsWith(".properties")) return "latin1";
  const head = Buffer.from(bytes.subarray(0, 256)).toString("latin1");
  return /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
}
