/** JSON with places: every value and key knows where it is written. Members stay a list, so that no key is special. */

export interface Place {
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

export interface JsonMember extends Place {
  readonly name: string;
  readonly value: JsonNode;
}

export interface JsonObject extends Place {
  readonly kind: "object";
  /** As written: duplicates are all here, in order. */
  readonly members: readonly JsonMember[];
}

export interface JsonArray extends Place {
  readonly kind: "array";
  readonly items: readonly JsonNode[];
}

export interface JsonString extends Place {
  readonly kind: "string";
  readonly text: string;
}

export interface JsonOther extends Place {
  readonly kind: "other";
  readonly value: number | boolean | null;
}

export type JsonNode = JsonObject | JsonArray | JsonString | JsonOther;
