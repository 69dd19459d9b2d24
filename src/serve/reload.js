// Preview only: reloads the page after a build, shows faults over the last good page.
(() => {
  "use strict";
  const script = document.currentScript;
  const build = script.dataset.build;
  let overlay = null;

  const hide = () => {
    if (overlay) overlay.remove();
    overlay = null;
  };

  const show = (faults) => {
    hide();
    overlay = document.createElement("div");
    overlay.setAttribute("role", "alert");
    // Set property by property: the policy forbids style attributes, not this.
    Object.assign(overlay.style, {
      position: "fixed", inset: "0", zIndex: "2147483647", overflow: "auto", padding: "1.5rem",
      background: "rgba(20, 20, 24, 0.96)", color: "#f4f4f5",
    });
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "✕ Esc";
    Object.assign(close.style, { position: "fixed", top: "1rem", right: "1.5rem", font: "14px ui-monospace, monospace" });
    close.addEventListener("click", hide);
    const text = document.createElement("pre");
    // Text, never markup: faults quote the content.
    text.textContent = faults;
    Object.assign(text.style, { margin: "0", font: "14px/1.5 ui-monospace, monospace", whiteSpace: "pre-wrap" });
    overlay.append(text, close);
    document.body.append(overlay);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  const events = new EventSource(new URL("events", script.src));
  events.addEventListener("state", (event) => {
    const state = JSON.parse(event.data);
    if (state.build !== build) location.reload();
    else if (state.faults) show(state.faults);
    else hide();
  });
  addEventListener("pagehide", () => events.close());
})();
