// Says in the page's language that the connection is broken, or that the server does not answer, in place of Streamlit's
// dialog for developers. What a reader presses or types meanwhile is kept, and done for them once the server is back.
(() => {
  const GRACE = 1000, PATIENCE = 4000, STANDS = 300; // milliseconds: to come back, to answer, without a change
  const KEPT = "button, input[type=checkbox], input[type=text], input[type=search]";
  const ITS_OWN = ".timeline-list, .stAppHeader, [data-testid=stSidebarHeader]"; // what works without the server
  const [bar, choice] = document.querySelectorAll("#connection p, #connection span");
  if (!bar) return;

  const app = () => document.querySelector(".stApp");
  const isConnected = () => app()?.dataset.testConnectionState === "CONNECTED";
  const isIdle = () => isConnected() && app().dataset.testScriptState === "notRunning" &&
    !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]');
  let wasConnected = false, since = null, timer = null, doing = null, focused = null;
  let asked = null; // when the server was asked for what it has not answered yet
  const isBroken = () => wasConnected && !isConnected();
  const kept = new Map(); // by what names a control: how it is found, and the text typed into it

  // Streamlit tells the server of the link that it last wrote or was led to, and cards write theirs by themselves. So the
  // link that is shown is put behind: where a field of Protocol Buffers comes twice, the second one counts.
  const RERUN = 0x5a, QUERY = 0x0a; // of a message, what asks for a run; of that, the link
  const field = (name, bytes) => {
    const length = [];
    let left = bytes.length;
    for (; left > 127; left >>>= 7) length.push((left & 127) | 128);
    return [name, ...length, left, ...bytes];
  };
  const withLink = (message) => {
    const bytes = new Uint8Array(message);
    if (bytes[0] !== RERUN) return message;
    return new Uint8Array([...bytes, ...field(RERUN, field(QUERY, new TextEncoder().encode(location.search.slice(1))))]);
  };

  window.WebSocket = class extends WebSocket {
    constructor(...where) {
      super(...where);
      this.addEventListener("message", () => {
        asked = null;
        if (!bar.hidden) show();
      });
    }

    send(message) {
      super.send(withLink(message));
      asked ??= performance.now();
      show();
    }
  };

  const finding = (control) => { // Streamlit may put another in its place
    const key = control.closest('[class*="st-key-"]')?.className.match(/st-key-[^ ]+/)[0].replace(/__\d+$/, "");
    const text = control.textContent, tag = control.localName, name = key && CSS.escape(key);
    const within = name ? `:is(.${name}, [class*="${name}__"]) ${tag}` : `#root ${tag}`;
    const all = () => [...document.querySelectorAll(within)].filter((each) => each.textContent === text);
    const at = all().indexOf(control);
    return [`${key} ${tag} ${text} ${at}`, () => all()[at]];
  };
  const keep = (control, typed = null) => {
    const [name, find] = finding(control);
    if (typed === null && kept.delete(name)) control.removeAttribute("data-waits");
    else {
      kept.set(name, { find, typed });
      control.setAttribute("data-waits", "");
    }
    show();
  };
  const write = (input, text) => ["", text].forEach((each) => typeInto(input, each));
  const doNext = () => { // one after the other, each once the page stands
    clearTimeout(doing);
    if (!kept.size || !isIdle()) return;
    doing = setTimeout(() => {
      if (!kept.size || !isIdle()) return;
      const [name, { find, typed }] = kept.entries().next().value;
      const control = find();
      kept.delete(name);
      control?.removeAttribute("data-waits");
      if (typed === null) control?.click();
      else if (control) write(control, typed);
      look();
    }, STANDS);
  };

  const show = () => {
    const now = performance.now();
    since = isBroken() ? since ?? now : null;
    const left = Math.min(since === null ? Infinity : since + GRACE - now, asked === null ? Infinity : asked + PATIENCE - now);
    bar.hidden = left > 0;
    choice.hidden = !kept.size;
    clearTimeout(timer);
    if (left > 0 && left < Infinity) timer = setTimeout(show, left + 1);
  };
  const closeDialog = () => {
    for (const dialog of document.querySelectorAll(".stDialog")) {
      if (dialog.textContent.includes("Connection error")) dialog.querySelector("button[aria-label=Close]")?.click();
    }
  };
  const look = () => {
    if (isConnected()) wasConnected = true;
    else {
      asked = null;
      closeDialog();
    }
    show();
    doNext();
  };

  new MutationObserver((changes) => {
    for (const { target, attributeName, oldValue } of isBroken() ? changes : []) {
      const isOff = attributeName === "aria-disabled" && target.getAttribute(attributeName) === "true";
      if (isOff && oldValue === "false") target.setAttribute(attributeName, "false");
      const isNew = attributeName === "disabled" && oldValue === null && target.disabled;
      if (!isNew || !target.matches(KEPT)) continue;
      target.disabled = false;
      if (target === focused && document.activeElement === document.body) target.focus({ preventScroll: true });
    }
    look();
  }).observe(document.body, {
    subtree: true,
    childList: true,
    attributeOldValue: true,
    attributeFilter: ["disabled", "aria-disabled", "data-stale", "data-test-connection-state", "data-test-script-state"],
  });

  document.addEventListener("focusin", (event) => { focused = event.target; });
  document.addEventListener("pointerdown", () => { focused = null; });
  document.addEventListener("input", (event) => {
    if (isBroken() && event.target.matches("#root .stTextInput input")) keep(event.target, event.target.value);
  }, true);
  const control = (event) => {
    if (!isBroken() || !event.target.closest("#root")) return null;
    const found = event.target.closest('button, label:has(> * > input[type=checkbox]), a[target="_self"]');
    return found?.closest(ITS_OWN) ? null : found;
  };
  const take = (event) => {
    const pressed = control(event);
    if (!pressed) return;
    const isPress = event.type === "click" || event.key === "Enter" || event.key === " ";
    if (event.type === "keydown" && !isPress) return;
    event.stopImmediatePropagation(); // from those who would hold it for pressed
    if (!isPress) return;
    event.preventDefault();
    keep(pressed);
  };
  for (const input of ["click", "keydown", "pointerdown", "pointerup", "mousedown", "mouseup"]) {
    addEventListener(input, take, true);
  }
})();
