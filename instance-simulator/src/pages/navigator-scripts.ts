/** `CustomEvent.fireTop` of the platform's page scripts: an event for the frame around a page. */
export const FIRE_TOP_SCRIPT = `'use strict';
window.CustomEvent.fireTop = (name, detail) => {
  const { top } = window;
  top.dispatchEvent(new top.CustomEvent(name, { detail }));
};
`

/** The unified navigation shows the place of the page in its frame, as far as that page tells it. */
export const NAVIGATOR_SCRIPT = `'use strict';
window.addEventListener('magellanNavigator.permalink.set', ({ detail }) => {
  const target = encodeURIComponent(detail.relativePath.replace(/^\\//, ''));
  history.replaceState(null, '', '/now/nav/ui/classic/params/target/' + target);
  document.title = detail.title;
});
`
