// Problems and advice: at their lines in the text, and as a list below it that can be read and used without the mouse.
import { setDiagnostics } from "@codemirror/lint";

import { fill } from "./words.js";

const SEVERITIES = { problem: "error", advice: "info" };

/** Return the offset of a line and column (from 1, columns in characters) in a document. */
export function offset(doc, line, column) {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const before = Array.from(found.text).slice(0, column - 1).join("");
  return found.from + before.length;
}

/** Mark findings in the text. */
export function mark(view, findings) {
  view.dispatch(setDiagnostics(view.state, findings.map((finding) => asDiagnostic(view.state.doc, finding))));
}

function asDiagnostic(doc, finding) {
  const from = offset(doc, finding.line, finding.column);
  const word = /^(?:"(?:[^"\\]|\\.)*"|[^\s:,\]}]+)/.exec(doc.sliceString(from, doc.lineAt(from).to));
  return {
    from,
    to: from + (word?.[0].length ?? 0),
    severity: SEVERITIES[finding.severity],
    source: finding.code,
    message: `${finding.sentence}\n${finding.remedy}`,
    actions: finding.mend ? [{ name: finding.mend.says, apply: (view) => mend(view, finding) }] : [],
  };
}

/** Write a remedy into the text, as one step that can be undone. */
export function mend(view, finding) {
  const { doc } = view.state;
  const changes = finding.mend.edits.map(({ from, to, insert }) => ({
    from: offset(doc, ...from),
    to: offset(doc, ...to),
    insert,
  }));
  view.dispatch({ changes, userEvent: "input.mend", scrollIntoView: true });
  view.focus();
}

/** Bring a place into view and put the cursor there. */
export function goTo(view, line, column = 1) {
  view.dispatch({ selection: { anchor: offset(view.state.doc, line, column) }, scrollIntoView: true });
  view.focus();
}

/** Fill `list` with findings; each leads to its line, and offers its remedy where that is certain. */
export function listFindings(list, view, findings, words) {
  list.replaceChildren(...findings.map((finding) => asEntry(view, finding, words)));
}

function asEntry(view, finding, words) {
  const entry = element("li", { className: finding.severity });
  const place = button(fill(words.line, finding), () => goTo(view, finding.line, finding.column));
  entry.append(place, element("p", { textContent: finding.sentence }), element("p", { className: "remedy", textContent: finding.remedy }));
  if (finding.mend) entry.append(button(finding.mend.says, () => mend(view, finding)));
  return entry;
}

export function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

export function button(text, onclick) {
  return element("button", { type: "button", textContent: text, onclick });
}
