// The colours of the design, taken from the page's own properties, so that light and dark need nothing here.
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--firm)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--muted)", fontStyle: "italic" },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: "var(--muted)" },
  { tag: [tags.meta, tags.keyword, tags.labelName, tags.typeName], color: "var(--leaders)" },
]);

const frame = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "0.875rem", maxHeight: "var(--tallest)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "'IBM Plex Mono', 'DejaVu Sans Mono', ui-monospace, monospace", lineHeight: "1.6" },
  ".cm-content": { caretColor: "var(--ink)", paddingBlock: "0.5rem" },
  ".cm-gutters": { backgroundColor: "var(--panel)", color: "var(--muted)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--firm) 8%, transparent)" },
  ".cm-selectionMatch, .cm-searchMatch": { backgroundColor: "var(--customers-soft)" },
  ".cm-searchMatch-selected": { outline: "2px solid var(--customers)", backgroundColor: "var(--customers-soft)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--firm-soft)", outline: "1px solid var(--firm)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--attention) 1.5px", textUnderlineOffset: "3px" },
  ".cm-lintRange-info": { backgroundImage: "none", textDecoration: "underline dotted var(--customers) 2px", textUnderlineOffset: "3px" },
  ".cm-lintPoint:after": { borderBottomColor: "var(--attention)" },
  ".cm-lintPoint-info:after": { borderBottomColor: "var(--customers)" },
  ".cm-lint-marker": { width: "1em", height: "1em", textAlign: "center" },
  ".cm-lint-marker-error, .cm-lint-marker-info": { content: "normal", lineHeight: "1" },
  ".cm-lint-marker-error::before": { content: "'▲'", color: "var(--attention)", fontSize: "0.75rem" },
  ".cm-lint-marker-info::before": { content: "'○'", color: "var(--customers)", fontSize: "0.75rem" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--hairline)", borderRadius: "4px", boxShadow: "0 4px 16px color-mix(in srgb, var(--ink) 18%, transparent)", maxWidth: "30rem", fontSize: "0.875rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.25rem 0.5rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--firm)", color: "var(--paper)" },
  ".cm-tooltip.cm-completionInfo": { padding: "0.5rem 0.75rem" },
  ".cm-completionDetail": { fontStyle: "normal", color: "inherit" },
  ".cm-diagnostic": { borderLeft: "3px solid var(--attention)", padding: "0.5rem 0.75rem", whiteSpace: "normal" },
  ".cm-diagnostic-info": { borderLeftColor: "var(--customers)" },
  ".cm-diagnosticText": { whiteSpace: "pre-line" },
  ".cm-diagnosticAction": { backgroundColor: "var(--firm)", color: "var(--paper)", padding: "0.25rem 0.75rem", margin: "0.5rem 0 0", display: "block", minHeight: "1.75rem", font: "inherit" },
  ".cm-panels": { backgroundColor: "var(--panel)", color: "var(--ink)", borderColor: "var(--hairline)" },
  ".cm-panel.cm-search": { padding: "0.5rem 2rem 0.5rem 0.75rem", fontFamily: "inherit" },
  ".cm-panel.cm-search :is(input, button, label)": { verticalAlign: "middle", margin: "0.2rem 0.4rem 0.2rem 0" },
  ".cm-panel.cm-search :is(input, button)": { minHeight: "2rem", font: "inherit", fontSize: "0.875rem" },
  ".cm-panel.cm-search label": { fontSize: "0.875rem", display: "inline-flex", alignItems: "center", gap: "0.25rem", minHeight: "2rem" },
  ".cm-panel.cm-search [name=close]": { minWidth: "2rem", color: "var(--ink)" },
  ".cm-textfield": { backgroundColor: "var(--paper)", color: "var(--ink)", borderColor: "var(--muted)", borderRadius: "4px" },
  ".cm-button": { backgroundImage: "none", backgroundColor: "var(--paper)", color: "var(--ink)", borderColor: "var(--muted)", borderRadius: "4px" },
});

export const look = [frame, syntaxHighlighting(colours)];
