type Dictionary = Record<string, unknown>

/** What Class.create makes: a constructor that leaves everything to `initialize`. */
function include() {
  return function Include(this: { initialize?: (...parts: unknown[]) => void }, ...parts: unknown[]): void {
    this.initialize?.(...parts)
  }
}

/** Prototype's Class.create as script includes use it: every call a constructor of its own. */
export const Class = { create: include }

/** `Object.extendsObject(Parent, methods)`: a fresh prototype that inherits from the parent's. */
export function extendsObject(parent: { prototype: object }, methods: Dictionary): object {
  return Object.assign(Object.create(parent.prototype) as Dictionary, methods)
}

/** The request behind a GlideAjax call; run-ajax.ts fills it before the method runs. */
export const ajaxRequest: { parameters: Readonly<Record<string, string>> } = { parameters: {} }

/** What setAnswer was given; a returned value is the answer otherwise. */
export const ajaxAnswers = new WeakMap<object, unknown>()

/** The base of client-callable script includes. */
export class AbstractAjaxProcessor {
  initialize(): void {
    // Sub-classes may call it; nothing to prepare.
  }
  getParameter(name: unknown): string | null {
    return ajaxRequest.parameters[String(name)] ?? null
  }
  getName(): string | null {
    return this.getParameter('sysparm_name')
  }
  getType(): string | null {
    return this.getParameter('sysparm_type')
  }
  setAnswer(answer: unknown): void {
    ajaxAnswers.set(this, answer)
  }
}

export function installScriptClasses(): void {
  Object.defineProperty(Object, 'extendsObject', { value: extendsObject, configurable: true })
  Object.defineProperty(Object, 'extend', { value: Object.assign, configurable: true })
}
