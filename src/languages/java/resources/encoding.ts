/**
 * The encoding that an XML file declares; no other file of ours begins so.
 * @see https://www.w3.org/TR/xml/#charencoding
 */
export function declaredXmlEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 256)).toString("latin1");
  return /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
}
