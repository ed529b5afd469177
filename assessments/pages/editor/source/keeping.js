// Typed text that is not saved yet, kept in this browser until it is: through a lost connection, a reload, a closed tab.

export class Keeping {
  constructor(place) {
    this.place = `pathway-typed:${place}`;
  }

  /** Return what was typed and never saved as {text, revision}, or null. */
  found() {
    try {
      return JSON.parse(localStorage.getItem(this.place));
    } catch {
      return null;
    }
  }

  keep(text, revision) {
    this.#quietly(() => localStorage.setItem(this.place, JSON.stringify({ text, revision })));
  }

  forget() {
    this.#quietly(() => localStorage.removeItem(this.place));
  }

  // A browser may offer no storage, or a full one; then the page goes on without this net.
  #quietly(act) {
    try {
      act();
    } catch {
      return;
    }
  }
}
