/** The page may stand in the frame of a form: it brings what it needs, light and dark. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1d2b2f; --soft: #55636a; --line: #c9d2d6; --ground: #ffffff; --good: #1b6e3c; --waiting: #b3261e; --busy: #8a5a00; --link: #0b5a8a }
@media (prefers-color-scheme: dark) { :root { --ink: #eef3f4; --soft: #a9b6bc; --line: #45535a; --ground: #1a2226; --good: #6fd39a; --waiting: #ff9d94; --busy: #f2c46d; --link: #7cc4f2 } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.5 Lato, 'Segoe UI', system-ui, sans-serif }
main { padding: 16px; max-width: 60rem }
h1 { font-size: 18px; margin: 0 0 4px } h2 { font-size: 16px; margin: 0 }
a { color: var(--link) } p { margin: 4px 0 }
section { border: 1px solid var(--line); border-left: 6px solid var(--tone); border-radius: 4px; padding: 10px 16px; margin: 12px 0 }
.state { color: var(--tone); font-weight: 700 }
dl { display: flex; flex-wrap: wrap; gap: 4px 32px; margin: 8px 0 } dt { color: var(--soft); font-size: 12px } dd { margin: 0 }
.actions { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center }
button { font: inherit; color: var(--ink); background: transparent; border: 1px solid var(--soft); border-radius: 4px; padding: 4px 12px; min-height: 32px; cursor: pointer }
button:disabled { opacity: .6; cursor: default } :focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
[role=alert] { color: var(--waiting) }
`

export const TONE_COLOR = {
  good: 'var(--good)',
  busy: 'var(--busy)',
  waiting: 'var(--waiting)',
  ended: 'var(--soft)',
} as const
