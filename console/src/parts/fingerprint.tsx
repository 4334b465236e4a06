import { Text } from '@mantine/core'

/** The short form of a node's key, big enough to be read out by phone. */
export function Fingerprint({ value }: { readonly value: string | null }) {
  if (!value) return <>–</>
  return (
    <Text component="span" ff="monospace" fw={600} fz="sm" style={{ letterSpacing: '0.04em', whiteSpace: 'nowrap' }}>
      {value}
    </Text>
  )
}
