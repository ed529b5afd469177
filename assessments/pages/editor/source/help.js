// Completion and hover help: keys and values from the schema, names from the rest of the questionnaire.
import { autocompletion } from "@codemirror/autocomplete";
import { hoverTooltip } from "@codemirror/view";

import { pathTo, read, siblings } from "./outline.js";
import { keysOf, kindOf, schemasAt, valuesOf } from "./schema.js";

const KEY = /^\s*(?:- +)*([\w.]*)$/;
const VALUE = /^\s*(?:- +)*([\w.]+) *: +(["']?)([\w.-]*)$/;
const IN_LIST = /^\s*(?:- +)*([\w.]+) *: +\[(?:[^\]]*, *)?([\w.-]*)$/;

/** Completion that asks `about()` for the schema of the file and the names known elsewhere. */
export function completion(about) {
  return autocompletion({
    activateOnTypingDelay: 200,
    override: [(context) => keys(context, about()) ?? values(context, about())],
  });
}

function here(state, at) {
  const line = state.doc.lineAt(at);
  return { lines: state.doc.toString().split("\n"), number: line.number - 1, before: line.text.slice(0, at - line.from) };
}

function keys(context, { schema, help }) {
  const { lines, number, before } = here(context.state, context.pos);
  const typed = KEY.exec(before);
  if (!typed || (!typed[1] && !context.explicit)) return null;
  const column = before.length - typed[1].length;
  const present = siblings(lines, number, column);
  const known = keysOf(schemasAt(schema, pathTo(lines, number, column)), present);
  const options = [...known].filter(([name]) => !present.has(name)).map((known) => asKey(known, help));
  return options.length ? { from: context.pos - typed[1].length, options, validFor: /^[\w.]*$/ } : null;
}

function asKey([name, { property, required }], help) {
  return {
    label: name,
    apply: `${name}: `,
    type: "property",
    detail: required ? help.needed : undefined,
    boost: required ? 1 : 0,
    info: property.description,
  };
}

function values(context, { schema, names }) {
  const { lines, number, before } = here(context.state, context.pos);
  const typed = VALUE.exec(before) ?? IN_LIST.exec(before);
  if (!typed) return null;
  const [key, word] = [typed[1], typed.at(-1)];
  const path = [...pathTo(lines, number, read(lines[number]).column), key];
  const listed = before.includes("[") ? [...path, "[]"] : path;
  const words = [...valuesOf([...schemasAt(schema, path), ...schemasAt(schema, listed)]), ...(names[key] ?? [])];
  const options = [...new Set(words)].map((label) => ({ label, type: "constant" }));
  return options.length ? { from: context.pos - word.length, options, validFor: /^[\w.-]*$/ } : null;
}

/** What a key means, shown while the pointer rests on it. */
export function explanation(about) {
  return hoverTooltip((view, at) => {
    const line = view.state.doc.lineAt(at);
    const { key, column } = read(line.text);
    const from = line.from + column;
    if (!key || at < from || at > from + key.length) return null;
    const lines = view.state.doc.toString().split("\n");
    const { schema, help } = about();
    const found = schemasAt(schema, [...pathTo(lines, line.number - 1, column), key]);
    const said = found.find((one) => one.description) ?? found[0];
    return said ? { pos: from, end: from + key.length, create: () => ({ dom: meaning(key, said, help) }) } : null;
  });
}

function meaning(key, schema, help) {
  const box = document.createElement("div");
  box.className = "pathway-meaning";
  const add = (tag, text) => text && box.appendChild(Object.assign(document.createElement(tag), { textContent: text }));
  add("strong", key);
  add("p", schema.description);
  add("p", kindOf(schema, help));
  return box;
}
