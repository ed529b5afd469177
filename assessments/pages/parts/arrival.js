// Runs whenever a page has been run. What differs from page to page stands in its mark: where one is, what the live wire
// is about, whose seat this is.
pathway.arrive = () => {
  const REDIAL = 5000; // milliseconds
  const SILENT = 40000; // the server's beat comes every 15 seconds
  const PAUSE = 1000; // between two runs of a page that the wire asks for
  const SPREAD = 600; // a room full of phones does not ask all at once, and lets the screen on the wall go first
  const UNHEARD = 20000; // a page that cannot listen looks by itself now and then
  const PRESSED = 1500; // how long the server may take to hear of a press
  const UNKNOWN = 5000; // a page that ends with an error never says that it has been run
  const DRAWN = 3000; // how long a new page may take until all of it stands
  const SEATS = "pathway-seat-";
  const SIGNED_OUT = "pathway-signed-out";

  const mark = [...document.querySelectorAll(".arrival")].pop().dataset;
  const main = () => document.querySelector("[data-testid=stMain]");
  const first = pathway.place === undefined;
  const wire = (pathway.wire ??= { link: "", shown: "", said: "", source: null, heard: 0, woken: 0, due: 0 });
  wire.run = mark.run; // another one in every run of the page
  wire.member = mark.member; // as the page was shown: somebody has signed in
  wire.seat = mark.seat; // what listens stays from the first page on, and must not go by that page's mark

  // ---- Where a person is: at the top of what is new, with its heading read aloud
  const arrive = () => {
    const before = pathway.place;
    pathway.place = mark.place;
    document.querySelector(".st-key-outcome")?.setAttribute("role", "status");
    if (before === undefined || before === mark.place) return;
    main().scrollTo(0, 0);
    land();
    landAgain();
  };
  const land = () => {
    const heading = document.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  };
  // While a page is being drawn its heading may be drawn anew, and the focus it had would be gone with it
  const landAgain = () => {
    const lost = new MutationObserver(() => document.activeElement === document.body && land());
    lost.observe(main(), { subtree: true, childList: true });
    const settled = () => lost.disconnect();
    setTimeout(settled, DRAWN);
    for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, settled, { capture: true, once: true });
  };

  // ---- A server that was started again knows this page only once it has run it; a tap before that would be lost
  const app = () => document.querySelector("[data-test-connection-state]");
  const press = (key) => {
    const button = document.querySelector(`.st-key-${key} button`);
    if (button?.disabled) setTimeout(press, 50, key);
    else button?.click();
  };
  const wake = () => press("wake");
  const known = () => {
    clearTimeout(wire.unknown);
    main().inert = false;
    delete document.documentElement.dataset.comingBack;
  };
  const comeBack = () => {
    main().inert = true;
    document.documentElement.dataset.comingBack = "";
    wire.unknown = setTimeout(known, UNKNOWN);
    press(document.querySelector(".st-key-whole") ? "whole" : "wake");
  };
  const watch = () => {
    const connected = () => app().dataset.testConnectionState === "CONNECTED";
    let was = connected();
    new MutationObserver(() => {
      if (connected() && !was) comeBack();
      was = connected();
    }).observe(app(), { attributeFilter: ["data-test-connection-state"] });
  };

  // ---- A run that is asked for while another one begins takes its place, and a press that began it would be forgotten
  const notePress = (event) => {
    const pressed = event.type === "click" ? event.target.closest?.("button, [role=option]") : event.key === "Enter";
    if (event.isTrusted && pressed) wire.press = { at: Date.now(), run: wire.run };
  };
  const busyFor = () => {
    if (!wire.press) return 0;
    const since = Date.now() - wire.press.at;
    if (since > UNKNOWN || (since > PRESSED && wire.run !== wire.press.run)) wire.press = null;
    return wire.press ? Math.max(PRESSED - since, 100) : 0;
  };

  // ---- The live wire says that something has moved, never what; the page asks for what it may see
  const hangUp = () => {
    wire.source?.close();
    wire.source = null;
  };
  const catchUp = () => {
    if (wire.due || !wire.link || wire.said === "" || wire.said === wire.shown) return;
    const turn = wire.seat ? (0.2 + 0.8 * Math.random()) * SPREAD : 0;
    wakeIn(Math.max(0, wire.woken + PAUSE - Date.now()) + turn);
  };
  const wakeIn = (pause) => {
    wire.due = setTimeout(() => {
      wire.due = 0;
      const busy = busyFor();
      if (busy) wakeIn(busy);
      else if (wire.said !== wire.shown) {
        wire.woken = Date.now();
        wake();
      }
    }, pause);
  };
  const dial = () => {
    hangUp();
    if (!wire.link || document.hidden) return;
    const source = new EventSource(`/live?link=${encodeURIComponent(wire.link)}`);
    const hear = () => (wire.heard = Date.now());
    hear();
    source.addEventListener("beat", hear);
    source.onmessage = (event) => {
      hear();
      wire.said = event.data;
      catchUp();
    };
    wire.source = source;
  };
  const look = () => {
    if (!wire.link || document.hidden) return;
    const lost = wire.source?.readyState !== EventSource.OPEN;
    if (wire.source?.readyState === EventSource.CLOSED || Date.now() - wire.heard > SILENT) dial();
    if (lost && !busyFor() && Date.now() - wire.woken > UNHEARD) {
      wire.woken = Date.now();
      wake();
    }
    catchUp();
  };
  const listen = () => {
    wire.shown = mark.shown ?? "";
    if (wire.link !== (mark.live ?? "")) {
      wire.link = mark.live ?? "";
      wire.said = "";
      dial();
    }
    catchUp();
  };

  // ---- A seat in a workshop is kept in this browser, so that the same code leads back to it
  const sit = () => {
    try {
      if (mark.seat) localStorage.setItem(SEATS + mark.code, mark.seat);
      const seat = mark.lookFor && localStorage.getItem(SEATS + mark.lookFor);
      if (seat && mark.lost === seat) localStorage.removeItem(SEATS + mark.lookFor);
      else if (seat) location.replace(`/seat?${new URLSearchParams({ seat, join: mark.lookFor })}`);
    } catch {
      // No storage, as in some private windows: the address still leads back.
    }
  };

  // ---- Who signs out in one tab has left the others too: each asks what it may still show, and once more when looked at
  const noteLeaving = (event) => {
    if (event.target.closest?.(".st-key-sign-out button")) remember(sessionStorage, "leaving");
  };
  const remember = (storage, said) => {
    try {
      storage.setItem(SIGNED_OUT, said);
    } catch {
      // No storage: the other tabs learn of it with their next press.
    }
  };
  const tellOthers = () => {
    try {
      if (wire.member || !sessionStorage.getItem(SIGNED_OUT)) return;
      sessionStorage.removeItem(SIGNED_OUT);
    } catch {
      return;
    }
    remember(localStorage, String(Date.now()));
  };
  const askAgain = () => wire.member && setTimeout(wake, busyFor());

  // ---- Streamlit calls the place to drop a file mere decoration, though it has a name; it says so again and again
  const decoration = "[data-testid=stFileUploaderDropzone][role=presentation]";
  const name = () => document.querySelectorAll(decoration).forEach((zone) => zone.setAttribute("role", "group"));

  if (first) {
    watch();
    for (const kind of ["click", "keydown"]) document.addEventListener(kind, notePress, true);
    new MutationObserver(name).observe(document.body, { subtree: true, childList: true, attributeFilter: ["role"] });
    name();
    setInterval(look, REDIAL);
    document.addEventListener("visibilitychange", dial);
    document.addEventListener("click", noteLeaving, true);
    document.addEventListener("visibilitychange", () => document.hidden || askAgain());
    window.addEventListener("storage", (event) => event.key === SIGNED_OUT && askAgain());
    window.addEventListener("online", dial);
  }
  known();
  arrive();
  listen();
  sit();
  tellOthers();
};
