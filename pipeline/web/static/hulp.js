"use strict";
// A little help; every page works without it. Ctrl+Enter in an explanation goes to the first button that overrules nothing
// by itself: it only moves the focus there. A form that was sent is not sent twice. What gets the focus is scrolled clear of the panel
// that stays at the foot of the page, however high that is.
// A page that came as the answer to a form (it was not kept, or another decided meanwhile) is asked for anew on the way back to it: a
// browser does not keep it, and shows a fault of its own instead.
document.addEventListener("submit", (event) => {
  if (event.target.method !== "post") return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "1";
  history.replaceState(null, "", location.pathname.replace(/\/thema$/, "") + location.search);
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form").forEach((form) => delete form.dataset.sent);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.ctrlKey || event.target.tagName !== "TEXTAREA") return;
  event.target.form.querySelector("button")?.focus();
});
const panel = document.querySelector(".oordeel");
if (panel) {
  const root = document.documentElement;
  const watch = new ResizeObserver(() => {
    const stays = getComputedStyle(panel).position === "sticky";
    root.style.scrollPaddingBottom = stays ? `${panel.offsetHeight + 16}px` : "";
  });
  watch.observe(panel);
  watch.observe(root);
}
