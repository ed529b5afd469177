// What the JSON schema of a file says about a place in it.
import { fill } from "./words.js";

/** The schemas that may describe what stands at `path`; several where the file may hold one of several things. */
export function schemasAt(schema, path) {
  let here = spread(schema, schema);
  for (const step of path) here = here.flatMap((one) => spread(inner(one, step), schema));
  return here;
}

function inner(one, step) {
  if (step === "[]") return one.items;
  const named = one.properties?.[step];
  return named ?? (typeof one.additionalProperties === "object" ? one.additionalProperties : undefined);
}

/** Follow references and alternatives down to plain schemas, keeping the outer description. */
function spread(one, whole) {
  if (!one) return [];
  if (one.$ref) return spread({ ...lookUp(one.$ref, whole), ...without(one, "$ref") }, whole);
  const alternatives = one.anyOf ?? one.oneOf;
  if (!alternatives) return one.type === "null" ? [] : [one];
  const around = without(one, "anyOf", "oneOf");
  return alternatives.flatMap((other) => spread(other, whole)).map((other) => ({ ...other, ...around }));
}

function lookUp(reference, whole) {
  return reference.slice(2).split("/").reduce((found, name) => found?.[name], whole);
}

function without(one, ...names) {
  return Object.fromEntries(Object.entries(one).filter(([name]) => !names.includes(name)));
}

/** The keys a group may have, each with its schemas and whether it must be there. */
export function keysOf(schemas, present = new Map()) {
  const keys = new Map();
  for (const one of fitting(schemas, present)) {
    for (const [name, property] of Object.entries(one.properties ?? {})) {
      const known = keys.get(name);
      keys.set(name, { property: known?.property ?? property, required: known?.required || one.required?.includes(name) });
    }
  }
  return keys;
}

/** Where entries are told apart by a key such as `type`, only those that agree with what is written. */
function fitting(schemas, present) {
  const agree = schemas.filter((one) =>
    [...present].every(([name, value]) => {
      const fixed = one.properties?.[name]?.const;
      return fixed === undefined || fixed === value;
    }),
  );
  return agree.length ? agree : schemas;
}

/** The words a value may be, where the schema names them. */
export function valuesOf(schemas) {
  const named = schemas.flatMap((one) =>
    one.enum ?? (one.const !== undefined ? [one.const] : one.type === "boolean" ? [true, false] : []),
  );
  return [...new Set(named.map(String))];
}

/** What a value may be, in a few words of `help`: kind, limits, what counts when it is left out. */
export function kindOf(schema, help) {
  const { minimum: least, maximum: most } = schema;
  const words = [help[schema.type]];
  if (least !== undefined && most !== undefined) words.push(fill(help.range, { least, most }));
  else if (least !== undefined) words.push(fill(help.least, { least }));
  if (schema.maxLength) words.push(fill(help.longest, { most: schema.maxLength }));
  if (schema.minItems && schema.minItems === schema.maxItems) words.push(fill(help.exactly, { count: schema.minItems }));
  if (schema.default !== undefined && schema.default !== null) words.push(fill(help.default, { value: JSON.stringify(schema.default) }));
  return words.filter(Boolean).join(", ");
}
