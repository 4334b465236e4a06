import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads'

/** What a script's thread asks of the main thread. Arguments and answers travel as JSON text. */
export interface HostQuestion {
  readonly operation: string
  readonly json: string
}

/** `{"value":…}` or `{"error":{"name","message"}}`. */
export type HostAnswer = string

/** One call at a time: post, sleep on the flag, take the answer. About 16 µs when the main thread is idle. */
export function createHostChannel(
  port: MessagePort,
  flag: Int32Array,
): (operation: string, json: string) => HostAnswer {
  return (operation, json) => {
    Atomics.store(flag, 0, 0)
    port.postMessage({ operation, json } satisfies HostQuestion)
    // The notify that belongs to the answer before may come only now: awake is not answered, the flag is.
    while (Atomics.load(flag, 0) === 0) Atomics.wait(flag, 0, 0)
    const received = receiveMessageOnPort(port) as { message: HostAnswer } | undefined
    if (!received) throw new Error('host channel: woken without an answer')
    return received.message
  }
}

/** The main thread's end. */
export function answerHostCalls(
  port: MessagePort,
  flag: Int32Array,
  answer: (question: HostQuestion) => Promise<HostAnswer>,
): void {
  const settle = async (question: HostQuestion) => {
    port.postMessage(await answer(question), [])
    Atomics.store(flag, 0, 1)
    Atomics.notify(flag, 0)
  }
  port.on('message', (question: HostQuestion) => void settle(question))
}
