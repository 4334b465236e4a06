type Dictionary = Record<string, unknown>

/** Prototype's Class.create as script includes use it. */
export const Class = {
  create: () =>
    function Include(this: { initialize?: (...parts: unknown[]) => void }, ...parts: unknown[]): void {
      this.initialize?.(...parts)
    },
}

/** `Object.extendsObject(Parent, methods)`: a fresh prototype that inherits from the parent's. */
export function extendsObject(parent: { prototype: object }, methods: Dictionary): object {
  return Object.assign(Object.create(parent.prototype) as Dictionary, methods)
}

interface Processor {
  _answer?: unknown
}

/** The request behind a GlideAjax call; run-ajax.ts fills it before the method runs. */
export const ajaxRequest: { parameters: Readonly<Record<string, string>> } = { parameters: {} }

/** The base of client-callable script includes. */
export class AbstractAjaxProcessor {
  declare _answer?: unknown

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
    ;(this as Processor)._answer = answer
  }
}

export function installScriptClasses(): void {
  Object.defineProperty(Object, 'extendsObject', { value: extendsObject, configurable: true })
  Object.defineProperty(Object, 'extend', { value: Object.assign, configurable: true })
}
