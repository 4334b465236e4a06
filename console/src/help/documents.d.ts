/** A document as its text; both hosts' builds know the suffix. */
declare module '*.md?raw' {
  const text: string
  export default text
}
