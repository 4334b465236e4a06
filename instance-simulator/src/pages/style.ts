/** One style sheet for every page of the simulator; plain, high contrast, no external fonts. */
export const STYLE = `
:root { --ink: #1d2b36; --quiet: #52616d; --line: #d3dbe1; --paper: #fff; --ground: #f3f6f8; --brand: #175c4c; --brand-dark: #0f4337; --danger: #a3261b }
* { box-sizing: border-box }
body { margin: 0; font: 15px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; color: var(--ink); background: var(--ground) }
a { color: #0b5a8a } a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible { outline: 3px solid #1b84c4; outline-offset: 1px }
.simulator { background: #fff3cf; color: #4a3500; border-bottom: 1px solid #e3cf8f; padding: .2rem 1rem; font-size: 13px; text-align: center }
.bar { display: flex; gap: 1rem; align-items: center; background: #22313c; color: #fff; padding: .6rem 1rem }
.bar strong { font-size: 17px; font-weight: 600 } .bar .who { margin-left: auto; font-size: 14px } .bar a { color: #cfe8ff }
main { padding: 1.2rem 1.5rem 3rem; max-width: 82rem; margin: 0 auto }
h1 { font-size: 1.35rem; margin: 0 } .title { display: flex; gap: .6rem; align-items: center; flex-wrap: wrap; margin-bottom: 1rem } .title .space { flex: 1 }
.button, button { font: inherit; font-weight: 500; padding: .35rem .9rem; border: 1px solid #8b9aa6; border-radius: 6px; background: #fff; color: var(--ink); cursor: pointer; text-decoration: none; display: inline-block }
button:hover, .button:hover { background: #eaf0f4 } .primary { background: var(--brand); border-color: var(--brand); color: #fff } .primary:hover { background: var(--brand-dark) }
.destructive { background: var(--danger); border-color: var(--danger); color: #fff } .destructive:hover { background: #7d1b13 }
.link { border: 0; background: none; color: #0b5a8a; text-decoration: underline; padding: .2rem .4rem } .link:hover { background: none }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 1.2rem } .card + .card { margin-top: 1rem }
.message { border-radius: 8px; padding: .55rem .9rem; margin-bottom: .7rem; border: 1px solid } .message.info { background: #e6f3fb; border-color: #a9d3ec; color: #0d3f5e } .message.error { background: #fdeceb; border-color: #efb4b0; color: #7d1b13 }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; background: var(--paper) } th, td { text-align: left; padding: .5rem .8rem; border-bottom: 1px solid var(--line); vertical-align: top } th { font-size: 13px; color: var(--quiet); white-space: nowrap; background: #f9fbfc } th a { color: inherit; text-decoration: none } tbody tr:hover { background: #f3f9fc } td { white-space: nowrap; max-width: 26rem; overflow: hidden; text-overflow: ellipsis } td.empty { text-align: center; color: var(--quiet); padding: 2.5rem }
.foot { display: flex; gap: .8rem; align-items: center; padding: .8rem 0; color: var(--quiet); flex-wrap: wrap } .foot .space { flex: 1 }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); gap: .2rem 2.5rem } .field { display: grid; grid-template-columns: 11rem 1fr; gap: .8rem; align-items: start; padding: .35rem 0 } .field.wide { grid-column: 1 / -1 } .field label, .field .label { color: var(--quiet); text-align: right; padding-top: .3rem; font-size: 14px } .required::before { content: "* "; color: var(--danger) }
input[type=text], input[type=password], input:not([type]), select, textarea { font: inherit; width: 100%; padding: .3rem .5rem; border: 1px solid #8b9aa6; border-radius: 5px; background: #fff; color: var(--ink) } input[readonly], textarea[readonly] { background: #eef2f5; border-color: var(--line) } textarea { min-height: 4.5rem } input[type=checkbox] { width: 1.1rem; height: 1.1rem; margin-top: .45rem }
.field-error { color: var(--danger); font-size: 14px } .journal { white-space: pre-wrap; font-size: 14px; color: var(--quiet); margin: .4rem 0 0 } fieldset { border: 0; margin: 0; padding: 0; min-width: 0 } h2 { font-size: 1rem; margin: 0 0 .6rem }
.login { max-width: 24rem; margin: 9vh auto } .login .field { grid-template-columns: 1fr; gap: .1rem } .login .field label { text-align: left } .login button { margin-top: .8rem; width: 100% }
.frame { display: grid; grid-template-columns: 16rem 1fr; height: calc(100vh - 75px) } .frame nav { background: #fff; border-right: 1px solid var(--line); overflow-y: auto; padding: 1rem .6rem } .frame nav h2 { margin: .8rem .6rem .3rem; font-size: 14px } .frame nav ul { list-style: none; margin: 0; padding: 0 } .frame nav li a { display: block; padding: .35rem .8rem; border-radius: 6px; text-decoration: none; color: var(--ink) } .frame nav li a:hover, .frame nav li a[aria-current] { background: #e4efeb } .frame iframe { border: 0; width: 100%; height: 100%; background: var(--ground) }
/* The navigator's frame shows both already. */
.framed .bar, .framed .simulator { display: none }
@media (max-width: 48rem) { .frame { grid-template-columns: 1fr; height: auto } .frame iframe { height: 80vh } .field { grid-template-columns: 1fr } .field label, .field .label { text-align: left } }
`
