// The studio's text editor as a component of the page: what it shows comes in as `data`, what was typed goes out as state.
//
// Out: state "typed" = {mount, seq, text, revision, line, save}. `seq` counts changes since the editor was put on the page,
// `revision` is the saved text they started from, `save` the number of a wish to save that was not
// answered yet, else 0. It is state rather than a message, so the page still gets it after a connection that was lost.
// In: the saved text and its revision, findings for the seq they were made of, what became of a save, and commands that
// are carried out once each.
import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";

import { completion, explanation } from "./help.js";
import { Keeping } from "./keeping.js";
import { look } from "./look.js";
import { button, element, goTo, listFindings, mark } from "./marks.js";

const PAUSE = 400; // milliseconds without typing before the page is told
const mounted = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  let editor = mounted.get(parentElement);
  if (!editor) mounted.set(parentElement, (editor = new Editor(parentElement, data)));
  editor.tell = (typed) => setStateValue("typed", typed);
  editor.update(data);
  return () => {
    editor.leave();
    mounted.delete(parentElement);
  };
}

class Editor {
  constructor(parent, data) {
    this.data = data;
    this.mount = crypto.getRandomValues(new Uint32Array(2)).join("-");
    this.seq = 0;
    this.save = 0;
    this.answered = 0;
    this.saved = { text: data.text, revision: data.revision };
    this.keeping = new Keeping(data.place);
    this.done = new Set();
    this.listen = (event) => this.#pressed(event);
    document.addEventListener("keydown", this.listen);
    this.#build(parent);
    this.#restore();
    if (data.line > 1) requestAnimationFrame(() => goTo(this.view, data.line));
  }

  #build(parent) {
    const { data } = this;
    this.frame = element("div", { className: "pathway-editor" });
    this.status = element("p", { className: "status" });
    this.status.setAttribute("role", "status");
    this.help = element("p", { className: "keys", id: `keys-${this.mount}`, textContent: data.words.keys });
    this.found = element("ul", { className: "findings" });
    this.found.setAttribute("aria-label", data.words.findings);
    this.view = new EditorView({ parent: this.frame, state: this.#state(data.text) });
    const foot = element("div", { className: "foot" });
    foot.append(this.status);
    if (!data.read_only) foot.append(button(data.words.save, () => this.#wantSaved()));
    this.frame.append(foot, this.help, this.found);
    parent.append(this.frame);
  }

  #state(text) {
    const about = () => this.data;
    const { label, phrases, read_only: readOnly } = this.data;
    return EditorState.create({
      doc: text,
      extensions: [
        [lintGutter(), lineNumbers(), foldGutter(), highlightActiveLine(), highlightActiveLineGutter()],
        [history(), indentOnInput(), bracketMatching(), closeBrackets(), highlightSelectionMatches(), search({ top: true })],
        [yaml(), completion(about), explanation(about), look, EditorView.lineWrapping],
        [EditorState.readOnly.of(readOnly), EditorState.phrases.of(phrases)],
        EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": `keys-${this.mount}`, spellcheck: "true", tabindex: "0" }),
        EditorView.updateListener.of((update) => this.#changed(update)),
        EditorView.domEventHandlers({ blur: () => this.#flush() }),
        keymap.of([
          // Tab is left to the browser: it leaves the editor. Mod-] and Mod-[ move lines in and out.
          ...[closeBracketsKeymap, defaultKeymap, searchKeymap, historyKeymap, foldKeymap, completionKeymap, lintKeymap].flat(),
        ]),
      ],
    });
  }

  get text() {
    return this.view.state.doc.toString();
  }

  get line() {
    const { doc, selection } = this.view.state;
    return doc.lineAt(selection.main.head).number;
  }

  /** The number of the wish to save that the page has not answered yet; 0 when there is none. */
  get waiting() {
    return this.save > this.answered ? this.save : 0;
  }

  get unsaved() {
    return this.text !== this.saved.text;
  }

  // ---- What was typed goes out

  #changed(update) {
    if (update.docChanged) {
      this.seq += 1;
      if (this.unsaved) this.keeping.keep(this.text, this.saved.revision);
      else this.keeping.forget();
      this.#say();
    }
    const moved = update.selectionSet && update.startState.doc.lineAt(update.startState.selection.main.head).number !== this.line;
    if (update.docChanged || moved) {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.#flush(), PAUSE);
    }
  }

  #flush() {
    clearTimeout(this.pause);
    const typed = { mount: this.mount, seq: this.seq, text: this.text, revision: this.saved.revision, line: this.line, save: this.waiting };
    const now = JSON.stringify(typed);
    if (now === this.told) return;
    this.told = now;
    this.tell(typed);
  }

  /** Tell a server that was started again, and knows nothing of this editor, what it holds and whether to save it. */
  #tellAgain() {
    this.told = undefined;
    this.#flush();
  }

  /** Save by keyboard from anywhere on the page, where the browser would offer to save the page itself. */
  #pressed(event) {
    if (event.defaultPrevented || event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#wantSaved();
  }

  #wantSaved() {
    if (this.data.read_only) return true;
    this.save += 1;
    this.#say();
    this.#flush();
    return true;
  }

  leave() {
    clearTimeout(this.pause);
    document.removeEventListener("keydown", this.listen);
    this.view.destroy();
    this.frame.remove();
  }

  // ---- What the page says comes in

  update(data) {
    this.data = data;
    if (data.outcome.mount === this.mount) this.answered = Math.max(this.answered, data.outcome.save);
    this.#follow(data);
    for (const command of data.commands) {
      if (command.mount !== this.mount || this.done.has(command.id)) continue;
      this.done.add(command.id);
      this.#carryOut(command);
    }
    if (this.told && data.checked.mount !== this.mount) this.#tellAgain();
    const current = data.checked.mount === this.mount ? data.checked.seq === this.seq : !this.seq;
    if (current) this.#mark(data.findings);
    this.#say();
  }

  /** Follow the saved text: this editor's own save, or, where nothing is unsaved here, somebody else's. */
  #follow({ text, revision, outcome }) {
    if (revision === this.saved.revision) return;
    const own = outcome.mount === this.mount && outcome.revision === revision;
    if (own || text === this.text) {
      this.saved = { text, revision };
    } else if (!this.unsaved) {
      this.saved = { text, revision };
      this.#replace(text);
    }
    if (this.unsaved) this.keeping.keep(this.text, this.saved.revision);
    else this.keeping.forget();
  }

  #carryOut(command) {
    this.saved = { text: command.saved, revision: command.revision };
    this.#replace(command.text);
    this.view.focus();
  }

  /** Put another text in the place of this one, changing only what differs, so that the cursor stays where it was. */
  #replace(text) {
    const old = this.text;
    const most = Math.min(old.length, text.length);
    let start = 0;
    while (start < most && old[start] === text[start]) start += 1;
    let end = 0;
    while (end < most - start && old.at(-1 - end) === text.at(-1 - end)) end += 1;
    if (old !== text) this.view.dispatch({ changes: { from: start, to: old.length - end, insert: text.slice(start, text.length - end) } });
  }

  #restore() {
    const kept = this.keeping.found();
    if (!kept || this.data.read_only || kept.text === this.data.text) return this.keeping.forget();
    this.saved = { text: this.data.text, revision: kept.revision };
    this.restored = true;
    this.#replace(kept.text);
  }

  #mark(findings) {
    const now = JSON.stringify([this.seq, findings]);
    if (now === this.marked) return;
    this.marked = now;
    mark(this.view, findings);
    listFindings(this.found, this.view, findings, this.data.words);
  }

  #say() {
    const { words, outcome, revision } = this.data;
    const stored = outcome.saved && outcome.revision === this.saved.revision; // by this editor or the one before it
    let said = this.data.read_only ? words.base : words.same;
    if (this.waiting) said = words.saving;
    else if (this.unsaved && outcome.mount === this.mount && outcome.refused) said = outcome.refused;
    else if (this.unsaved && revision !== this.saved.revision) said = words.meanwhile;
    else if (this.unsaved) said = this.restored ? words.restored : words.unsaved;
    else if (stored) said = outcome.saved;
    this.frame.classList.toggle("unsaved", this.unsaved);
    if (this.status.textContent !== said) this.status.textContent = said;
  }
}
