import { Box, Container } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import { useRef } from 'react'
import { useHost } from '../host/console-host.ts'
import { useKeptFocus } from '../parts/use-kept-focus.ts'
import { ShellHeader } from './shell-header.tsx'
import { SessionGate } from './session-gate.tsx'

/** The frame of every page. Pages are drawn only once it is known who is logged in and whether a node is paired. */
export function Shell() {
  const { parts } = useHost()
  const main = useRef<HTMLElement>(null)
  useKeptFocus(main)
  const Frame = parts?.Frame
  const pages = (
    <SessionGate>
      <Outlet />
    </SessionGate>
  )
  return (
    <>
      <ShellHeader />
      <Box component="main" ref={main} py={{ base: 'md', sm: 'lg' }}>
        <Container size={1240} px={{ base: 'sm', sm: 'lg' }}>
          {Frame ? <Frame>{pages}</Frame> : pages}
        </Container>
      </Box>
    </>
  )
}
