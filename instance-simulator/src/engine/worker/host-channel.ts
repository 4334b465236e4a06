import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads'

/** What a script's thread asks of the main thread. Arguments and answers travel as JSON text. */
export interface HostQuestion {
  readonly operation: string
  readonly json: string
}

/** All that leaves a script's thread, on one port, so that it arrives in the order in which it was said. */
export type HostMessage =
  | (HostQuestion & { readonly kind: 'call' | 'notification' })
  /** The thread waits for work: at its start, and with the result after each job. So much processor time it has used by now. */
  | { readonly kind: 'idle'; readonly result?: string; readonly usedMs: number }

/** `{"value":…}` or `{"error":{"name","message"}}`. */
export type HostAnswer = string

export interface HostChannel {
  /** One call at a time: post, sleep on the flag, take the answer. About 16 µs when the main thread is idle. */
  call(operation: string, json: string): HostAnswer
  /** The script goes on at once; what it calls or returns later comes after it. */
  notify(operation: string, json: string): void
}

export function createHostChannel(port: MessagePort, flag: Int32Array): HostChannel {
  const post = (message: HostMessage) => port.postMessage(message, [])
  return {
    call: (operation, json) => {
      Atomics.store(flag, 0, 0)
      post({ kind: 'call', operation, json })
      // The notify that belongs to the answer before may come only now: awake is not answered, the flag is.
      while (Atomics.load(flag, 0) === 0) Atomics.wait(flag, 0, 0)
      const received = receiveMessageOnPort(port) as { message: HostAnswer } | undefined
      if (!received) throw new Error('host channel: woken without an answer')
      return received.message
    },
    notify: (operation, json) => post({ kind: 'notification', operation, json }),
  }
}

export interface HostSide {
  answer(question: HostQuestion): Promise<HostAnswer>
  /** Nobody waits for what comes of it. */
  notice(question: HostQuestion): void
  /** `result`: of the job that is done. */
  idle(usedMs: number, result?: string): void
}

/** The main thread's end. */
export function answerHostCalls(port: MessagePort, flag: Int32Array, host: HostSide): void {
  const settle = async (question: HostQuestion) => {
    port.postMessage(await host.answer(question), [])
    Atomics.store(flag, 0, 1)
    Atomics.notify(flag, 0)
  }
  port.on('message', (message: HostMessage) => {
    if (message.kind === 'idle') host.idle(message.usedMs, message.result)
    else if (message.kind === 'notification') host.notice(message)
    else void settle(message)
  })
}
