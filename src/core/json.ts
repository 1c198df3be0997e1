export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

/** Array.isArray does not narrow a readonly array. */
export function isList(part: Json | undefined): part is readonly Json[] {
  return Array.isArray(part);
}

export function isObject(part: Json | undefined): part is JsonObject {
  return typeof part === 'object' && part !== null && !isList(part);
}
