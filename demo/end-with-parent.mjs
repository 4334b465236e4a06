// Preloaded into each service of the demo: when the demo is killed without a chance to stop them, they end by themselves.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
